/** What makes a passage answer a question, each from 0 to 1 (a rule that is not the one asked for: below 0). */
export interface Signals {
  /** Full-text score (BM25) over text, path and authored questions. */
  readonly fullText: number;
  /** Similarity to the nearest authored question of the passage. */
  readonly nearest: number;
  /** Mean similarity to its three nearest: a vote. */
  readonly nearestThree: number;
  /** Similarity of spelling, by pieces of three letters, to its nearest authored question. */
  readonly spelling: number;
  /** The same, mean of its three nearest. */
  readonly spellingThree: number;
  /** Share of the question's words, by idf, that the passage or its authored questions hold. */
  readonly coverage: number;
  /** The passage is of the rule, or of the measure, asked for by number. */
  readonly rule: number;
  /** The passage has an authored question of the same kind: who, when, how much… */
  readonly asks: number;
  /** The question names the text of the passage. */
  readonly named: number;
  /** Standing of the document; small on purpose: a large prior hides the only text that answers. */
  readonly authority: number;
}

/** Measured on the development questions by leaving one out; see docs/evaluation.md before changing one. */
export const WEIGHTS: Readonly<Record<keyof Signals, number>> = {
  fullText: 1,
  nearest: 0.4,
  nearestThree: 0.7,
  spelling: 0.35,
  spellingThree: 0.5,
  coverage: 0.8,
  rule: 0.4,
  asks: 0.1,
  named: 0.4,
  authority: 0.15,
};

/**
 * Sum of the signals, each by its weight; in the order of the weights, so that the same signals give the same bits.
 * @param rows signals by number of entry, and by name
 * @param scores written over
 */
export const scoreFrom = <K extends string>(
  rows: Readonly<Record<K, Float64Array>>,
  scores: Float64Array,
  weights: Readonly<Record<K, number>>,
): void => {
  scores.fill(0);
  for (const name in weights) {
    const weight = weights[name];
    const row = rows[name];
    for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) + weight * (row[at] ?? 0);
  }
};
