import { MONTHS } from '../facts/months.ts';
import { type IsoDate, readDate } from '../rules/time/iso-date.ts';
import { fold } from '../search/text/fold.ts';

export type DateError = 'DATE_ILLISIBLE' | 'DATE_AMBIGUE' | 'DATE_INEXISTANTE' | 'DATE_HORS_PERIODE';

export type DateRead =
  | { readonly ok: true; readonly date: IsoDate }
  | { readonly ok: false; readonly error: DateError };

/**
 * Reads a day: `2026-03-12`, `12/03/2026`, `12.03.2026`, `12 mars 2026`, `1er mars 2026`. A year of two digits is
 * refused: `01/02/03` has six readings.
 */
export const readDay = (typed: string): DateRead => {
  const text = fold(typed.slice(0, LONGEST));
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return existing(iso[1], iso[2], iso[3]);
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (french !== null) return existing(french[3], french[2], french[1]);
  const words = /^(\d{1,2})(?:er)? ([a-z]+)\.? (\d{4})$/.exec(text);
  const month = MONTHS.indexOf(words?.[2] ?? '') + 1;
  if (words !== null && month > 0) return existing(words[3], String(month), words[1]);
  return {
    ok: false,
    error: /^\d{1,2}[/.-]\d{1,2}[/.-]\d{1,2}$/.test(text) ? 'DATE_AMBIGUE' : 'DATE_ILLISIBLE',
  };
};

const LONGEST = 40;

/** Years in which a derogation may have a date: the doctrine is of 2018; a later century is a slip. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;

const existing = (year = '', month = '', day = ''): DateRead => {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (readDate(date) === null) return { ok: false, error: 'DATE_INEXISTANTE' };
  const inRange = Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR;
  return inRange ? { ok: true, date } : { ok: false, error: 'DATE_HORS_PERIODE' };
};
