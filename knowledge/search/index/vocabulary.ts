import { fold, wordsOf } from '../text/fold.ts';
import type { Thesaurus } from '../text/thesaurus.ts';
import type { AnalysedEntry } from './entries.ts';

/** Words of the trade with their number of occurrences: the texts, the authored questions, the thesaurus, the questions refused. */
export const vocabularyOf = (
  entries: readonly AnalysedEntry[],
  { thesaurus, outOfScope }: { readonly thesaurus: Thesaurus; readonly outOfScope: readonly string[] },
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  const add = (words: readonly string[]): void => {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  for (const { text, path, sampleQuestions } of entries) {
    for (const { words } of [text, path, ...sampleQuestions]) add(words);
  }
  for (const [name, forms] of [
    ...Object.entries(thesaurus.rewrites),
    ...Object.entries(thesaurus.concepts),
  ]) {
    for (const form of [name, ...forms]) add(wordsOf(fold(form)));
  }
  for (const question of outOfScope) add(wordsOf(fold(question)));
  return counts;
};
