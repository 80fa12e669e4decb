import { eng, fra } from 'stopword';
import { fold } from './fold.ts';

/** Words that carry no subject. Question words (« qui », « combien »…) are kept: they tell one passage from another. */
export const stopWords = (ignored: readonly string[], kept: readonly string[]): ReadonlySet<string> => {
  const words = new Set([...fra, ...eng, ...ignored].map(fold));
  for (const word of kept) words.delete(fold(word));
  return words;
};
