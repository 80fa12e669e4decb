import type { Analysis } from '../text/analysis.ts';
import type { Idf } from './question-bank.ts';
import type { TermNumber } from './term-table.ts';

export interface TermStatistics {
  readonly idf: Idf;
  /** Whether some passage or authored question holds the term. */
  knows(term: string): boolean;
}

/** What the statistics are read from, as plain data. */
export interface TermWeights {
  /** By number of term; 0 where no passage and no sample question holds it. */
  readonly idf: Float64Array;
  readonly unknown: number;
}

/** Document frequencies over passages and authored questions alike, each one a document. */
export const weighTerms = (
  documents: Iterable<Analysis>,
  numberOf: TermNumber,
  terms: number,
): TermWeights => {
  const frequency = new Uint32Array(terms);
  let total = 0;
  for (const document of documents) {
    total++;
    for (const term of document.terms.keys()) {
      const number = numberOf(term);
      frequency[number] = (frequency[number] ?? 0) + 1;
    }
  }
  return {
    idf: Float64Array.from(frequency, (count) => (count === 0 ? 0 : Math.log(1 + total / (count + 0.5)))),
    unknown: Math.log(1 + total / 0.5),
  };
};

export const termStatistics = ({ idf, unknown }: TermWeights, numberOf: TermNumber): TermStatistics => {
  const known = (term: string): number => idf[numberOf(term)] ?? 0;
  return { idf: (term) => known(term) || unknown, knows: (term) => known(term) > 0 };
};
