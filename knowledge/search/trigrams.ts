import type { Analysis } from './analysis.ts';
import type { Row } from './cosine-index.ts';

/** Number of trigrams over the characters that words hold, and the space. */
export const TRIGRAMS = 39 ** 3;

/** Counts of three-character pieces of the words that matter: near forms of a word share most of theirs. */
export const trigramsOf = ({ words }: Pick<Analysis, 'words'>): Row => {
  const text = ` ${words.join(' ')} `;
  const all: number[] = [];
  let piece = rankOf(text, 0) * 39 + rankOf(text, 1);
  for (let at = 2; at < text.length; at++) {
    piece = (piece % 1521) * 39 + rankOf(text, at);
    all.push(piece);
  }
  all.sort((a, b) => a - b);
  const keys: number[] = [];
  const weights: number[] = [];
  for (const key of all) {
    if (keys.at(-1) === key) weights.push((weights.pop() ?? 0) + 1);
    else {
      keys.push(key);
      weights.push(1);
    }
  }
  return { keys, weights };
};

/** Space 0, letters 1 to 26, figures 27 to 36, € 37, % 38. */
const rankOf = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  if (code >= 97 && code <= 122) return code - 96;
  if (code >= 48 && code <= 57) return code - 21;
  return code === 8364 ? 37 : code === 37 ? 38 : 0;
};
