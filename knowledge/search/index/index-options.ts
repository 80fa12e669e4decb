import type { Options, SearchOptions } from 'minisearch';

/** A passage as the full-text index sees it; each field is a row of terms already analysed. */
export interface IndexedPassage {
  readonly id: number;
  readonly text: string;
  readonly path: string;
  readonly sampleQuestions: string;
}

const SEPARATOR = ' ';

/** Terms are analysed before they reach MiniSearch: it only splits, counts and weighs. Figures: docs/evaluation.md. */
export const INDEX_OPTIONS = {
  fields: ['text', 'path', 'sampleQuestions'],
  tokenize: (text) => text.split(SEPARATOR),
  processTerm: (term) => (term === '' ? null : term),
  searchOptions: {
    boost: { text: 0.35, path: 0.15, sampleQuestions: 0.4 },
    bm25: { k: 1.2, b: 0.5, d: 0.3 },
  } satisfies SearchOptions,
} satisfies Options<IndexedPassage>;
