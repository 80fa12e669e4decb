import type { Analysis } from '../text/analysis.ts';
import { createPostings, type Postings } from './postings.ts';
import type { Idf } from './question-bank.ts';
import type { TermNumber } from './term-table.ts';

/** Which entries hold each term, in their text, path or sample questions. */
export const createHolders = (
  entries: readonly ReadonlySet<string>[],
  numberOf: TermNumber,
  terms: number,
): Postings =>
  createPostings(
    entries.map((held) => [...held].map(numberOf)),
    terms,
  );

/**
 * Share of a question's terms, by weight and idf, that each entry holds, from 0 to 1.
 * @param shares written over, by number of entry
 */
export const coverageOf = (
  { starts, owners }: Postings,
  { terms }: Analysis,
  { idf, numberOf }: { readonly idf: Idf; readonly numberOf: TermNumber },
  shares: Float64Array,
): void => {
  shares.fill(0);
  let total = 0;
  for (const [term, weight] of terms) total += weight * idf(term);
  for (const [term, weight] of terms) {
    const number = numberOf(term);
    if (number < 0) continue;
    const share = (weight * idf(term)) / total;
    const end = starts[number + 1] ?? 0;
    for (let place = starts[number] ?? end; place < end; place++) {
      const at = owners[place] ?? 0;
      shares[at] = (shares[at] ?? 0) + share;
    }
  }
};
