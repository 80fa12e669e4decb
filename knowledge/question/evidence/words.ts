import { WORD_BIAS, WORD_SCALE, WORD_WEIGHTS } from './word-weights.ts';

/**
 * What the very words of a message add to the log-odds that the texts answer it: « combien », « depuis », « finalement »
 * ask for what texts rarely hold, « selon la doctrine » for what they do. Learned by `npm run fit:words` from whole
 * messages of several writers, each judged by what the others taught.
 * @param odds log-odds by the evidence
 * @param folded the message, folded
 */
export const withWords = (odds: number, folded: string): number => {
  const grams = gramsOf(folded);
  const said = grams.reduce((sum, gram) => sum + (weights().get(gram) ?? 0), 0);
  return WORD_BIAS + WORD_SCALE * odds + said * shareOfWord(folded);
};

/** Its words and its pairs of words, each once. */
export const gramsOf = (folded: string): readonly string[] => {
  const words = folded.match(WORD) ?? [];
  return [...new Set([...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)])];
};

/** The more words, the less each tells. */
export const shareOfWord = (folded: string): number =>
  1 / Math.sqrt(Math.max(1, new Set(folded.match(WORD)).size));

const WORD = /[a-z0-9]+/g;

let read: ReadonlyMap<string, number> | null = null;
/** Read from their text at the first question. */
const weights = (): ReadonlyMap<string, number> => {
  read ??= new Map(
    WORD_WEIGHTS.split('|').map((pair) => {
      const at = pair.lastIndexOf(':');
      return [pair.slice(0, at), Number(pair.slice(at + 1)) / HUNDREDTHS] as const;
    }),
  );
  return read;
};

const HUNDREDTHS = 100;
