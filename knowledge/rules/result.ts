import { CIRCULAIRE_2023_FROM } from './texts/circulaire.ts';
import { type IsoDate, readDate } from './time/iso-date.ts';

/** The rule does not speak of that day: the circular of 2023 was not signed yet. */
export interface NotCovered {
  readonly kind: 'not-covered';
  readonly reason: 'AVANT_LA_CIRCULAIRE_DE_2023';
}

/** The facts are not facts (a date that does not exist, a negative amount): the caller should have checked. */
export interface Invalid {
  readonly kind: 'invalid';
  readonly reason: 'DATE_INEXISTANTE' | 'MONTANT_INVALIDE' | 'PART_INVALIDE';
}

/** What is wrong with the day for which a rule is asked, or null if the rule can answer. */
export const checkDay = (asOf: IsoDate): NotCovered | Invalid | null => {
  if (readDate(asOf) === null) return { kind: 'invalid', reason: 'DATE_INEXISTANTE' };
  if (asOf < CIRCULAIRE_2023_FROM) return { kind: 'not-covered', reason: 'AVANT_LA_CIRCULAIRE_DE_2023' };
  return null;
};

/** Three-valued logic: null is « on ne sait pas ». */
export type Known = boolean | null;

export const or = (...values: readonly Known[]): Known => {
  if (values.includes(true)) return true;
  return values.includes(null) ? null : false;
};

export const and = (...values: readonly Known[]): Known => {
  if (values.includes(false)) return false;
  return values.includes(null) ? null : true;
};
