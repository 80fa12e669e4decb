/** How near the authored questions of each owner come to the question asked; all from 0 to 1, by number of owner. */
export interface Nearness {
  readonly best: Float64Array;
  readonly meanOfThree: Float64Array;
  readonly spelling: Float64Array;
  readonly spellingOfThree: Float64Array;
  /** The question of the owner that is nearest in words; -1 where none holds a word of it. */
  readonly question: Int32Array;
}

/** Rows to be written over at each question. */
export const createNearness = (owners: number): Nearness => ({
  best: new Float64Array(owners),
  meanOfThree: new Float64Array(owners),
  spelling: new Float64Array(owners),
  spellingOfThree: new Float64Array(owners),
  question: new Int32Array(owners).fill(-1),
});

interface Similarities {
  readonly words: Float64Array;
  readonly trigrams: Float64Array;
}

/**
 * Three nearest authored questions of each owner.
 * @param owners of each question: those of one owner follow each other
 * @param left a question left out, to measure on questions not seen; -1 leaves none
 * @param into what an owner without questions has there stays as it is
 */
export const nearestByOwner = (
  owners: Uint32Array,
  { words, trigrams }: Similarities,
  left: number,
  into: Nearness,
): void => {
  podium(owners, words, left, into.best, into.meanOfThree, into.question);
  podium(owners, trigrams, left, into.spelling, into.spellingOfThree, null);
};

/** Thousands of values at each question: plain numbers, one owner after the other. */
const podium = (
  owners: Uint32Array,
  values: Float64Array,
  left: number,
  best: Float64Array,
  meanOfThree: Float64Array,
  question: Int32Array | null,
): void => {
  for (let at = 0; at < owners.length; ) {
    const owner = owners[at] ?? 0;
    let first = 0;
    let second = 0;
    let third = 0;
    let nearest = -1;
    for (; at < owners.length && owners[at] === owner; at++) {
      const value = values[at] ?? 0;
      if (value <= third || at === left) continue;
      if (value > first) {
        third = second;
        second = first;
        first = value;
        nearest = at;
      } else if (value > second) {
        third = second;
        second = value;
      } else third = value;
    }
    best[owner] = first;
    meanOfThree[owner] = (first + second + third) / 3;
    if (question !== null) question[owner] = nearest;
  }
};
