import type { Row } from '../index/cosine-index.ts';
import type { Analysis } from './analysis.ts';

/** Number of trigrams over the characters that words hold, and the space; fits in 16 bits. */
export const TRIGRAMS = 39 ** 3;

/** Counts of three-character pieces of the words that matter: near forms of a word share most of theirs. */
export const trigramsOf = ({ words }: Pick<Analysis, 'words'>): Row => {
  const text = ` ${words.join(' ')} `;
  const all = new Uint16Array(text.length - 2);
  let piece = rankOf(text, 0) * 39 + rankOf(text, 1);
  for (let at = 2; at < text.length; at++) {
    piece = (piece % 1521) * 39 + rankOf(text, at);
    all[at - 2] = piece;
  }
  all.sort();
  const keys: number[] = [];
  const weights: number[] = [];
  for (let from = 0; from < all.length; ) {
    const key = all[from] ?? 0;
    let to = from + 1;
    while (all[to] === key) to++;
    keys.push(key);
    weights.push(to - from);
    from = to;
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
