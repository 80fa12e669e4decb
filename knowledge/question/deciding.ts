import type { Citation } from '../answer/answer.ts';
import type { SearchEngine } from '../search/engine.ts';
import type { Ranking } from '../search/ranking.ts';
import { passageShares } from './card-ranker.ts';

/** How well a quotation answers the question asked; higher is better. */
export type Decides = (citation: Citation) => number;

/** Share of the question's words that the quotation holds, beside the score of its passage as a share of the best. */
const COVERED_WEIGHT = 0.5;

/** Weighs the quotations of one answer by the question: the rank of their passage, and the words that they hold. */
export const decidesFor = (
  ranking: Ranking,
  { analyze, statistics: { idf } }: Pick<SearchEngine, 'analyze' | 'statistics'>,
): Decides => {
  const shares = passageShares(ranking);
  const asked = [...ranking.question.terms].map(([term, weight]) => [term, weight * idf(term)] as const);
  const total = asked.reduce((sum, [, weight]) => sum + weight, 0) || 1;
  return ({ passageId, quote }) => {
    const { terms } = analyze(quote);
    const covered = asked.reduce((sum, [term, weight]) => sum + (terms.has(term) ? weight : 0), 0) / total;
    return (shares.get(passageId) ?? 0) + COVERED_WEIGHT * covered;
  };
};
