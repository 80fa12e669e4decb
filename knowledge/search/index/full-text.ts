import MiniSearch, { type AsPlainObject } from 'minisearch';
import type { Analysis } from '../text/analysis.ts';
import type { AnalysedEntry } from './entries.ts';
import { INDEX_OPTIONS, type IndexedPassage } from './index-options.ts';
import type { Idf } from './question-bank.ts';

/** Full-text scores of a question by entry, in proportion of the idf of its terms. */
export type FullText = (question: Analysis) => Float64Array;

/** MiniSearch's own serialised form. */
export const buildFullText = (entries: readonly AnalysedEntry[]): AsPlainObject => {
  const index = new MiniSearch<IndexedPassage>(INDEX_OPTIONS);
  index.addAll(
    entries.map((entry, id) => ({
      id,
      text: rowOf(entry.text),
      path: rowOf(entry.path),
      sampleQuestions: entry.sampleQuestions.map(rowOf).join(' '),
    })),
  );
  return index.toJSON();
};

export const createFullText = (built: AsPlainObject, entries: number, idf: Idf): FullText => {
  const index = MiniSearch.loadJS<IndexedPassage>(built, INDEX_OPTIONS);
  return (question) => {
    const scores = new Float64Array(entries);
    const terms = [...question.terms].filter(([term]) => !term.includes('_'));
    const ceiling = terms.reduce((sum, [term, weight]) => sum + weight * idf(term), 0);
    if (ceiling === 0) return scores;
    const found = index.search(terms.map(([term]) => term).join(' '), {
      boostTerm: (term) => question.terms.get(term) ?? 1,
    });
    for (const { id, score } of found) scores[id as number] = score / ceiling / SCALE;
    return scores;
  };
};

/** Brings the scores of most questions between 0 and 1: BM25 may count a term up to `k + 1` times its idf. */
const SCALE = 2;

const rowOf = ({ stems, terms }: Analysis): string =>
  [...stems, ...[...terms.keys()].filter((term) => term.startsWith('#'))].join(' ');
