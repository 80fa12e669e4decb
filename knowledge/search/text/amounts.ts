import { toCents } from '../../amounts/decimal.ts';
import { normalise } from '../../amounts/normalise.ts';
import { dropArticles, findRuns } from '../../amounts/runs.ts';
import { tokenise } from '../../amounts/tokens.ts';

/**
 * Words for the amounts and shares of a folded text, so that « 2,4 M€ » meets « entre 1 et 9 millions »:
 * the bands are those of R7 and R8, the half is that of R6. Only for ranking; verdicts read amounts elsewhere.
 */
export const amountTerms = (folded: string): readonly string[] => {
  if (!/\d|milli|mille|euro/.test(folded)) return [];
  const terms = new Set<string>();
  for (const euros of amountsOf(folded)) {
    terms.add('@montant');
    terms.add(euros < 1e6 ? '@moins-1m' : euros <= 9e6 ? '@1m-9m' : '@plus-9m');
  }
  const share = /(\d{1,3}) ?(?:%|pour ?cent\b|percent\b)/.exec(folded)?.[1];
  if (share !== undefined) terms.add('@part').add(Number(share) < 50 ? '@part-moins-50' : '@part-50-et-plus');
  return [...terms];
};

/** Euros named in a text: a scale (« millions », « k ») or a currency makes a number an amount. */
const amountsOf = (folded: string): readonly number[] => {
  const normalised = normalise(folded);
  if (normalised === null) return [];
  const tokens = dropArticles(tokenise(normalised));
  return findRuns(tokens).flatMap(({ run, start, end }) => {
    if (run.kind !== 'value') return [];
    const named = tokens.slice(start, end).some(({ kind }) => kind === 'scale');
    const currency = tokens[start - 1]?.kind === 'euro' || tokens[end]?.kind === 'euro';
    return named || currency ? [(toCents(run.value)?.cents ?? 0) / 100] : [];
  });
};
