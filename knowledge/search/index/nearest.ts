import type { BankedQuestion, QuestionBank, Similarity } from './question-bank.ts';

/** How near the authored questions of one entry come to the question asked; all from 0 to 1. */
export interface Near {
  readonly best: number;
  readonly meanOfThree: number;
  readonly spelling: number;
  readonly spellingOfThree: number;
  readonly question: BankedQuestion | null;
}

export const NOTHING_NEAR: Near = {
  best: 0,
  meanOfThree: 0,
  spelling: 0,
  spellingOfThree: 0,
  question: null,
};

/** Nearest authored questions by owner. `without` leaves one out, to measure on questions not seen. */
export const nearestByOwner = (
  { questions, owners: ownerOf }: Pick<QuestionBank, 'questions' | 'owners'>,
  similarity: Similarity,
  owners: number,
  without?: BankedQuestion,
): readonly Near[] => {
  const words = createPodium(owners);
  const spelling = createPodium(owners);
  const nearest = new Int32Array(owners).fill(-1);
  const left = without === undefined ? -1 : questions.indexOf(without);
  for (let at = 0; at < ownerOf.length; at++) {
    if (at === left) continue;
    const owner = ownerOf[at] ?? 0;
    if (words.enter(owner, similarity.words[at] ?? 0)) nearest[owner] = at;
    spelling.enter(owner, similarity.trigrams[at] ?? 0);
  }
  return Array.from({ length: owners }, (_, owner) => ({
    best: words.best(owner),
    meanOfThree: words.mean(owner),
    spelling: spelling.best(owner),
    spellingOfThree: spelling.mean(owner),
    question: questions[nearest[owner] ?? -1] ?? null,
  }));
};

/** Three highest values of each owner; entered thousands of times a question, hence three plain rows. */
const createPodium = (owners: number) => {
  const first = new Float64Array(owners);
  const second = new Float64Array(owners);
  const third = new Float64Array(owners);
  return {
    /** True when the value is the highest so far. */
    enter: (owner: number, value: number): boolean => {
      if (value <= (third[owner] ?? 0)) return false;
      const highest = first[owner] ?? 0;
      const next = second[owner] ?? 0;
      if (value > highest) {
        third[owner] = next;
        second[owner] = highest;
        first[owner] = value;
        return true;
      }
      if (value > next) {
        third[owner] = next;
        second[owner] = value;
      } else third[owner] = value;
      return false;
    },
    best: (owner: number): number => first[owner] ?? 0,
    mean: (owner: number): number => ((first[owner] ?? 0) + (second[owner] ?? 0) + (third[owner] ?? 0)) / 3,
  };
};
