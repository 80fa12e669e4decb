import type { Analysis } from '../text/analysis.ts';
import type { Idf } from './question-bank.ts';

export interface TermStatistics {
  readonly idf: Idf;
  /** Whether some passage or authored question holds the term. */
  knows(term: string): boolean;
}

/** Document frequencies over passages and authored questions alike, each one a document. */
export const createTermStatistics = (documents: Iterable<Analysis>): TermStatistics => {
  const frequency = new Map<string, number>();
  let total = 0;
  for (const { terms } of documents) {
    total++;
    for (const term of terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const known = new Map(
    [...frequency].map(([term, count]) => [term, Math.log(1 + total / (count + 0.5))] as const),
  );
  const unknown = Math.log(1 + total / 0.5);
  return {
    idf: (term) => known.get(term) ?? unknown,
    knows: (term) => frequency.has(term),
  };
};
