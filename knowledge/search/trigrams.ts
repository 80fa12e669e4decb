import type { Analysis } from './analysis.ts';

/** Counts of three-character pieces of the words that matter: near forms of a word share most of theirs. */
export const trigramsOf = ({ words }: Pick<Analysis, 'words'>): ReadonlyMap<string, number> => {
  const text = ` ${words.join(' ')} `;
  const counts = new Map<string, number>();
  for (let at = 0; at + 3 <= text.length; at++) {
    const piece = text.slice(at, at + 3);
    counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  return counts;
};
