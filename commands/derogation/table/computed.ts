import { readDay } from '../../../knowledge/dates/read-day.ts';
import { deadlineOf, plafondOf } from '../../../knowledge/register/deadline.ts';
import type { Entry } from '../../../knowledge/register/derogation.ts';
import type { IsoDate } from '../../../knowledge/rules/time/iso-date.ts';
import type { Problem } from '../problem.ts';
import type { Cells } from './read-cells.ts';

/**
 * Columns that the export computes and somebody has changed: what they typed there would be lost. A value is left alone when it
 * is what the row gives, or what it gave before the row was changed.
 * @param before the derogation as the register has it; null for a new one
 */
export const computedProblems = (
  { computed }: Pick<Cells, 'computed'>,
  after: Entry,
  before: Entry | null,
  today: IsoDate,
): readonly Problem[] =>
  computed.flatMap(({ name, typed }): Problem[] => {
    const read = readDay(typed);
    const expected = [after, ...(before === null ? [] : [before])].map((entry) => VALUE[name](entry, today));
    return read.ok && expected.includes(read.date)
      ? []
      : [{ code: 'COLONNE_CALCULEE', field: null, read: `${name}=${typed}`, expected: FROM[name] }];
  });

const VALUE = {
  plafond: (entry: Entry, today: IsoDate) => plafondOf(entry, today)?.date ?? null,
  echeance: (entry: Entry, today: IsoDate) => deadlineOf(entry, today)?.date ?? null,
} as const;

/** What is to be changed instead. */
const FROM = {
  plafond: 'la date de offre_acceptable, dont le plafond se déduit ; laissez cette cellule vide',
  echeance:
    'une date dans fin, offre_acceptable ou reexamen, dont l’échéance se déduit ; laissez cette cellule vide',
} as const;
