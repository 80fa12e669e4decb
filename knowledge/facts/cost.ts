import type { NamedAmount } from '../amounts/find-amounts.ts';
import type { Reading } from './reading.ts';

/** The full cost of the project, with the words that give it. */
export interface CostFound {
  readonly cents: number;
  readonly words: string;
}

/** « dont 300 k€ pour l'hébergement »: a part of the cost. */
const PART = /(?:dont|including|of which)(?: [a-z']+){0,2}$/;
const INITIAL =
  /(?:cout|montant|budget|prix|initial)[a-z ]* (?:initial|d' ?origine|de construction|de depart)[a-z :(=']{0,14}$|avait coute[a-z ]*$|initial (?:cost|build|budget)[a-z :(=]{0,12}$/;
const FUNDED =
  /(?:aides?|subventions?|(?:co)?financ(?:e(?:r|s|nt|ee?s?|ments?)?|ing)|dotations?|enveloppe|guichet|grant|funding|amende|chiffre d' ?affaires)(?: [a-z']+){0,6}$/;
const FUNDS = /^(?:d' |de )?(?:subventions?|aides?|dotations?|financements?|amende|funding|grant|chiffre)/;
const OF_COST =
  /(?:cout|coute|couts|coutera|coutant|budget|budjet|montant|estime|evalue|cost|costs|projet|project|evolution|refonte)(?: [a-z',:]+){0,4}$/;

/**
 * The one amount that is the project's cost: not what it cost at first, not a subsidy. Several amounts of which none
 * is named a cost give none.
 */
export const costOf = (amounts: readonly NamedAmount[], reading: Reading): CostFound | null => {
  const named = amounts.filter(
    ({ before, after }) =>
      !PART.test(before) && !INITIAL.test(before) && !FUNDED.test(before) && !FUNDS.test(after),
  );
  const [first] = named;
  const cents = new Set(named.map((amount) => amount.cents));
  if (first === undefined) return null;
  if (cents.size === 1) return { cents: first.cents, words: wordsOf(first, reading) };
  const costs = named.filter(({ before }) => OF_COST.test(before));
  const [cost] = costs;
  return cost === undefined || costs.length > 1 ? null : { cents: cost.cents, words: wordsOf(cost, reading) };
};

/** The amount as written: its pieces, found again in the message. */
const wordsOf = ({ pieces }: NamedAmount, { folded, source }: Reading): string => {
  const found = new RegExp(pieces.map(RegExp.escape).join("[ '-]*"), 'u').exec(folded);
  return found === null ? pieces.join(' ') : source(found.index, found.index + found[0].length);
};
