import { dayOfWeek, type IsoDate } from '../rules/time/iso-date.ts';
import { fold } from '../search/text/fold.ts';
import { addDays } from './days.ts';
import { monthNamed } from './months.ts';
import { readDay } from './read-day.ts';
import { readDuration } from './read-duration.ts';
import { WEEKDAY, weekdayNamed } from './weekdays.ts';

export type TermRead =
  | { readonly ok: true; readonly date: IsoDate }
  | { readonly ok: false; readonly readings: readonly IsoDate[] };

/**
 * The day at which a delay counted from `today` ends: a duration (`7j`, « quinze jours »), a day (« jusqu'au 15 janvier »,
 * the next one when the year is not said), `demain`, `lundi`, « la semaine prochaine », « fin mars ». Never today nor
 * before. `readings` holds what an ambiguous day may mean.
 */
export const readTerm = (typed: string, today: IsoDate): TermRead => {
  const text = fold(typed.slice(0, LONGEST)).replace(
    /^(?:pour |d'ici )?(?:jusqu'(?:au|a) )?(?:(?:le|la|au|a) )?/,
    '',
  );
  const days = RELATIVE.get(text) ?? readDuration(typed);
  if (days !== null) return after(addDays(today, days), today);
  const weekday = WEEKDAY_ALONE.exec(text);
  if (weekday !== null) return after(next(weekdayNamed(weekday[1] ?? '') ?? 1, today), today);
  const whole = readDay(typed);
  if (whole.ok) return after(whole.date, today);
  if (whole.readings !== undefined) return { ok: false, readings: whole.readings };
  return YEARLESS.test(text) ? upcoming(text, today) : NONE;
};

const LONGEST = 80;
const NONE: TermRead = { ok: false, readings: [] };

const RELATIVE: ReadonlyMap<string, number> = new Map([
  ['demain', 1],
  ['demain matin', 1],
  ['apres-demain', 2],
  ['apres demain', 2],
  ['semaine prochaine', 7],
  ['mois prochain', 30],
  ["l'annee prochaine", 365],
  ["l'an prochain", 365],
]);

const WEEKDAY_ALONE = new RegExp(`^(${WEEKDAY})(?: prochain)?$`);
const YEARLESS = /^(?:(?:fin|la fin) (?:de |d')?[a-z.]+|\d{1,2}(?: ?er)? [a-z.]+|\d{1,2}\/\d{1,2})$/;

/** The first of the two years in which that day comes. */
const upcoming = (text: string, today: IsoDate): TermRead => {
  const year = Number(today.slice(0, 4));
  const separator = text.includes('/') ? '/' : ' ';
  const named = text.split(/[ ']/).at(-1) ?? '';
  if (separator === ' ' && monthNamed(named) === null) return NONE;
  for (const one of [year, year + 1]) {
    const read = readDay(`${text}${separator}${one}`);
    if (read.ok && read.date > today) return { ok: true, date: read.date };
  }
  return NONE;
};

const next = (weekday: number, today: IsoDate): IsoDate => {
  const away = (weekday - (dayOfWeek(today) ?? 1) + 7) % 7;
  return addDays(today, away === 0 ? 7 : away);
};

const after = (date: IsoDate, today: IsoDate): TermRead => (date > today ? { ok: true, date } : NONE);
