import { type Plafond, plafond } from '../rules/plafond.ts';
import type { IsoDate } from '../rules/time/iso-date.ts';
import type { Entry } from './derogation.ts';

/** Day by which something is to be done, and what sets it. */
export interface Deadline {
  readonly date: IsoDate;
  /** `plafond` = computed from the text; `fin` = written in the decision; `reexamen` = chosen by the team. */
  readonly nature: 'plafond' | 'fin' | 'reexamen';
}

/**
 * Deadline of a derogation: review date for R6; else the end that was granted or the ceiling of R9, whichever comes
 * first. Null when none of them is known.
 */
export const deadlineOf = (entry: Entry, asOf: IsoDate): Deadline | null => {
  if (entry.regle === 'R6')
    return entry.reexamen === null ? null : { date: entry.reexamen, nature: 'reexamen' };
  const ceiling = plafondOf(entry, asOf);
  const { fin } = entry;
  if (ceiling !== null && (fin === null || ceiling.date < fin))
    return { date: ceiling.date, nature: 'plafond' };
  return fin === null ? null : { date: fin, nature: 'fin' };
};

/** Ceiling that R9 sets from the date of the acceptable offer, if that date is given. R6 has none. */
export const plafondOf = ({ regle, offre_acceptable }: Entry, asOf: IsoDate): Plafond | null =>
  regle === 'R6' || offre_acceptable === null ? null : plafond(offre_acceptable, asOf);

/** Derogation to R9 (or under the note of 2021) whose ceiling cannot be computed: to be reviewed. */
export const isUndated = ({ regle, offre_acceptable }: Entry): boolean =>
  regle !== 'R6' && offre_acceptable === null;
