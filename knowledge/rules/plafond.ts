import type { RuleCitation } from './citation.ts';
import { CIRCULAIRE_2023_FROM, R9_DEROGATION } from './texts/circulaire.ts';
import { type Dated, valueAt } from './time/dated.ts';
import { addMonths, dayOfWeek, type IsoDate } from './time/iso-date.ts';

/** Months after the day of the acceptable offer that a derogation from R9 may not outlast. */
export const moisPlafond: readonly Dated<number>[] = [
  { from: CIRCULAIRE_2023_FROM, until: null, value: 12, citation: R9_DEROGATION },
];

export interface Plafond {
  readonly date: IsoDate;
  /** The ceiling is not moved by a week-end: it is said, nothing more. */
  readonly tombeUn: 'samedi' | 'dimanche' | null;
  /** The date of the offer it was computed from: designated by no text, given by the user. */
  readonly offreAcceptable: IsoDate;
  readonly citation: RuleCitation;
}

/** Ceiling of a derogation from R9, « de quantième à quantième »; null if the date does not exist. */
export const plafond = (offreAcceptable: IsoDate, asOf: IsoDate): Plafond | null => {
  const months = valueAt(moisPlafond, asOf);
  const date = months === null ? null : addMonths(offreAcceptable, months.value);
  if (months === null || date === null) return null;
  const weekday = dayOfWeek(date);
  return {
    date,
    tombeUn: weekday === 6 ? 'samedi' : weekday === 7 ? 'dimanche' : null,
    offreAcceptable,
    citation: months.citation,
  };
};
