import { shortDate } from '../../knowledge/answer/dates.ts';
import { addDays } from '../../knowledge/dates/days.ts';
import { readTerm } from '../../knowledge/dates/read-term.ts';
import type { IsoDate } from '../../knowledge/rules/time/iso-date.ts';
import { echo } from '../answers.ts';

export type Delay =
  | { readonly ok: true; readonly until: IsoDate }
  | { readonly ok: false; readonly explain: string };

/** The end of a delay of `most` days at most, or what was read and what was expected. */
export const readDelay = (typed: string, today: IsoDate, most: number): Delay => {
  const read = readTerm(typed, today);
  if (read.ok && read.date <= addDays(today, most)) return { ok: true, until: read.date };
  const days = read.ok ? [read.date] : read.readings;
  const means = days.length === 0 ? '' : `, soit ${days.map(shortDate).join(' ou ')}`;
  return {
    ok: false,
    explain: `Lu : « ${echo(typed)} »${means}. Attendu : une durée en jours, semaines ou mois, ou un jour à venir (« jusqu’au 15 janvier 2027 »), ${most} jours au plus.`,
  };
};
