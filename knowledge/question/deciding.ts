import type { Citation } from '../answer/answer.ts';
import type { SearchEngine } from '../search/engine.ts';
import { type Ranking, shareOf } from '../search/ranking.ts';

/** What a question makes of the parts of an answer. */
export interface Decides {
  /** How well a quotation answers the question asked; higher is better. */
  quotation(citation: Citation): number;
  /** Share of the question's words, by their weight, that `text` holds and `beside` does not. */
  adds(text: string, beside: string): number;
  /** Whether two things are asked: « qui valide, et pour combien de temps ? ». */
  readonly twofold: boolean;
}

/** Where nothing is known of the question: the first of each kind. */
export const undecided: Decides = { quotation: () => 0, adds: () => 0, twofold: false };

/** Share of the question's words that the quotation holds, beside the score of its passage as a share of the best. */
const COVERED_WEIGHT = 0.5;

/** Weighs the quotations of one answer by the question: the rank of their passage, and the words that they hold. */
export const decidesFor = (
  ranking: Ranking,
  { analyze, statistics: { idf }, entryOf }: Pick<SearchEngine, 'analyze' | 'statistics' | 'entryOf'>,
): Decides => {
  const asked = [...ranking.question.terms].map(([term, weight]) => [term, weight * idf(term)] as const);
  const total = asked.reduce((sum, [, weight]) => sum + weight, 0) || 1;
  const covered = (text: string, beside: string): number => {
    const { terms } = analyze(text);
    const said = beside === '' ? null : analyze(beside).terms;
    return (
      asked.reduce(
        (sum, [term, weight]) => sum + (terms.has(term) && said?.has(term) !== true ? weight : 0),
        0,
      ) / total
    );
  };
  return {
    quotation: ({ passageId, quote }) =>
      shareOf(ranking, entryOf.get(passageId) ?? -1) + COVERED_WEIGHT * covered(quote, ''),
    adds: covered,
    twofold: TWOFOLD.test(ranking.question.folded),
  };
};

const TWOFOLD =
  /\?.*\?|[ ,](?:et|ou|and|or) (?:\S+ ){0,2}(?:qui|quand|combien|comment|pourquoi|quel(?:le)?s?|ou|who|when|how|why|which|what)\b/;
