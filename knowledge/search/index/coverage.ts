import type { Analysis } from '../text/analysis.ts';
import type { Entry } from './entries.ts';
import type { Idf } from './question-bank.ts';

/** Share of a question's terms, by weight and idf, that each entry holds, from 0 to 1. */
export const createCoverage = (
  entries: readonly Entry[],
  idf: Idf,
): ((question: Analysis) => Float64Array) => {
  const holders = new Map<string, number[]>();
  for (const [at, { terms }] of entries.entries()) {
    for (const term of terms) {
      const list = holders.get(term);
      if (list === undefined) holders.set(term, [at]);
      else list.push(at);
    }
  }
  return (question) => {
    const shares = new Float64Array(entries.length);
    let total = 0;
    for (const [term, weight] of question.terms) total += weight * idf(term);
    for (const [term, weight] of question.terms) {
      for (const at of holders.get(term) ?? []) shares[at] = (shares[at] ?? 0) + (weight * idf(term)) / total;
    }
    return shares;
  };
};
