/** What a word, or two that follow each other, says of whether the texts answer; log-odds in a question of one such word. */
export type WordWeights = Readonly<Record<string, number>>;

export interface WordReader {
  /** What the words of a folded question say together, in log-odds: below 0, the texts hold it less often. */
  of(folded: string): number;
  /** Those that say most, strongest first, with what each adds. */
  telling(folded: string): readonly (readonly [word: string, odds: number])[];
}

/** Words told by `telling`. */
const MOST_TOLD = 6;

/** @param weights as `npm run fit:refusal -- --write` learned them (`out-of-scope/words.yaml`) */
export const createWordReader = (weights: WordWeights): WordReader => {
  const byWord = new Map(Object.entries(weights));
  const said = (folded: string): readonly (readonly [string, number])[] => {
    const words = wordsAndPairs(folded);
    const share = shareOf(words);
    return [...words].flatMap((word) => {
      const weight = byWord.get(word);
      return weight === undefined ? [] : [[word, weight * share] as const];
    });
  };
  return {
    of: (folded) => said(folded).reduce((sum, [, odds]) => sum + odds, 0),
    telling: (folded) =>
      said(folded)
        .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a))
        .slice(0, MOST_TOLD),
  };
};

/** Words of a folded question, form words included, and every two that follow each other, each once. */
export const wordsAndPairs = (folded: string): ReadonlySet<string> => {
  const words = folded.match(/[a-z0-9']+/g) ?? [];
  return new Set([...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)]);
};

/** What one word counts for among so many: in a long message each says less. */
export const shareOf = (words: ReadonlySet<string>): number => 1 / Math.sqrt(Math.max(1, words.size));
