import { fold } from '../../knowledge/search/text/fold.ts';
import { AMOUNT, type Ask, BOUND, LIMIT, LOOK_UP, PATTERNS } from './asks-words.ts';

export interface Asks {
  /** Most telling first; empty = the question says no more than « que dit la doctrine ? ». */
  readonly topics: readonly Ask[];
  /** It asks for a detail that no rule holds: a figure, a price, a name, a list, what somebody did or will do. */
  readonly lookUp: boolean;
  /** The amount is a limit that the question names (« sous un million », « le seuil de 9 M€ »), not a cost. */
  readonly limit: boolean;
  /** It asks whether something is compulsory, forbidden, or binding: « non » is then a whole answer. */
  readonly whetherBound: boolean;
}

/** Reads what a question asks, in French or English, from its own words. */
export const readAsks = (question: string): Asks => {
  const folded = fold(question);
  const topics = PATTERNS.filter(([, pattern]) => pattern.test(folded)).map(([ask]) => ask);
  return {
    topics,
    lookUp: LOOK_UP.test(folded),
    limit: LIMIT.test(folded) && (folded.match(AMOUNT)?.length ?? 0) < 2,
    whetherBound: BOUND.test(folded),
  };
};
