import snowball from 'snowball-stemmers';

const french = snowball.newStemmer('french');
const known = new Map<string, string>();
const MAX_KNOWN = 50_000;

/**
 * Stem of a folded word. French rules serve both languages: English questions are matched with English text and
 * English variants, cut by the same rules.
 */
export const stem = (word: string): string => {
  const cached = known.get(word);
  if (cached !== undefined) return cached;
  const result = /\d/.test(word) || word.length < 3 ? word : french.stem(word);
  if (known.size < MAX_KNOWN) known.set(word, result);
  return result;
};

/** Stem of each word, for `learnStems` of another process: cutting thousands of words takes as long as a start may. */
export const learnedStems = (words: Iterable<string>): ReadonlyMap<string, string> =>
  new Map([...words].map((word) => [word, stem(word)]));

/** @param stems as `learnedStems` gave them: the words of the texts, which are few and bounded, unlike those of people */
export const learnStems = (stems: ReadonlyMap<string, string>): void => {
  for (const [word, result] of stems) known.set(word, result);
};
