import MiniSearch from 'minisearch';
import type { Analysis } from './analysis.ts';
import type { Entry } from './entries.ts';
import { INDEX_OPTIONS, type IndexedPassage } from './index-options.ts';
import type { Rarity } from './question-bank.ts';

/** Full-text scores of a question by entry, scaled so that a passage holding every word is near 1. */
export type FullText = (question: Analysis) => Float64Array;

export const createFullText = (entries: readonly Entry[], rarity: Rarity): FullText => {
  const index = new MiniSearch<IndexedPassage>(INDEX_OPTIONS);
  index.addAll(
    entries.map((entry, id) => ({
      id,
      text: rowOf(entry.text),
      path: rowOf(entry.path),
      variants: entry.variants.map(({ analysis }) => rowOf(analysis)).join(' '),
    })),
  );
  return (question) => {
    const scores = new Float64Array(entries.length);
    const terms = [...question.terms].filter(([term]) => !term.includes('_'));
    const ceiling = terms.reduce((sum, [term, weight]) => sum + weight * rarity(term), 0) * terms.length;
    if (ceiling === 0) return scores;
    const found = index.search(terms.map(([term]) => term).join(' '), {
      boostTerm: (term) => question.terms.get(term) ?? 1,
    });
    for (const { id, score } of found) scores[id as number] = score / ceiling / SCALE;
    return scores;
  };
};

/** BM25 of a frequent term in the three fields at most. */
const SCALE = 3;

const rowOf = ({ stems, terms }: Analysis): string =>
  [...stems, ...[...terms.keys()].filter((term) => term.startsWith('#'))].join(' ');
