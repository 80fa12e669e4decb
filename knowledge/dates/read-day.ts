import { dayOfWeek, type IsoDate, readDate } from '../rules/time/iso-date.ts';
import { fold } from '../search/text/fold.ts';
import { addDays, lastOfMonth } from './days.ts';
import { MONTH, monthNamed } from './months.ts';
import { WEEKDAY, weekdayNamed } from './weekdays.ts';

export type DateError = 'DATE_ILLISIBLE' | 'DATE_AMBIGUE' | 'DATE_INEXISTANTE' | 'DATE_HORS_PERIODE';

/** What a reader decided that the words did not say, and that must be said back. */
export type DateAssumption =
  /** « fin mars 2027 » is the last day of the month. */
  | 'DERNIER_JOUR'
  /** The day of the week that was named is not that of the date; the date is kept. */
  | 'AUTRE_JOUR_DE_SEMAINE';

export type DateRead =
  | { readonly ok: true; readonly date: IsoDate; readonly assumed?: DateAssumption }
  | {
      readonly ok: false;
      readonly error: DateError;
      /** Days that what was typed may mean, likeliest first. */
      readonly readings?: readonly IsoDate[];
    };

/**
 * Reads a day as people, spreadsheets and programs write it: `2026-03-12`, `2026/3/12`, `12/03/2026`, `1er/03/2026`,
 * `le jeudi 12 mars 2026`, `12 févr. 2026`, `12-mars-26`, `2026-03-12T00:00:00`, `fin mars 2027` (its last day).
 * What has several readings is refused with them: `01/02/03`, a serial number of a spreadsheet, midnight of another
 * time zone, a month without a day. Linear, never throws.
 */
export const readDay = (typed: string): DateRead => {
  const whole = fold(typed.slice(0, LONGEST)).replace(/^\((.*)\)$/, '$1');
  const stamp = MIDNIGHT.exec(whole);
  if (stamp !== null) return atMidnight(stamp[1] ?? '', stamp[2] ?? '', stamp[3] ?? '');
  const before = LEAD.exec(whole);
  const text = whole.slice(before?.[0].length ?? 0).replace(/[.,;]$/, '');
  const read = bare(text);
  const weekday = weekdayNamed(before?.[1] ?? '');
  return read.ok && weekday !== null && dayOfWeek(read.date) !== weekday
    ? { ...read, assumed: 'AUTRE_JOUR_DE_SEMAINE' }
    : read;
};

const LONGEST = 60;

/** « jusqu'au », « le », a day of the week: what may stand before a day without changing it. */
const LEAD = new RegExp(
  `^(?:(?:date ?: ?|jusqu'(?:au|a) |en date du |a compter du |a partir du |depuis le |au |le |du )*)(?:(${WEEKDAY}),? (?:le )?)?`,
);
/** A program may write the midnight of Paris as 22:00 or 23:00 UTC of the evening before. */
const MIDNIGHT =
  /^(\d\S+?)(?:t| )(00?|2[23](?=.*(?:z|utc)$)):00(?::00(?:[.,]0+)?)? ?(z|utc|[+-]\d{2}:?\d{2})?$/;

const bare = (text: string): DateRead => {
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (yearFirst !== null) return existing(yearFirst[1], yearFirst[3], yearFirst[4]);
  const dayFirst = /^(\d{1,2})(?: ?er)? ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4})$/.exec(text);
  if (dayFirst !== null) return existing(dayFirst[4], dayFirst[3], dayFirst[1]);
  const words = WORDS.exec(text);
  if (words !== null) return existing(century(words[3]), String(monthNamed(words[2] ?? '')), words[1]);
  const english = ENGLISH.exec(text);
  if (english !== null) return existing(english[3], String(monthNamed(english[1] ?? '')), english[2]);
  const end = END_OF_MONTH.exec(text);
  if (end !== null) return endOf(Number(end[2]), monthNamed(end[1] ?? '') ?? 0);
  return several(text);
};

const WORDS = new RegExp(String.raw`^(\d{1,2})(?: ?er)?[ /-]?(${MONTH})[ /-]?(\d{4}|(?<=[/-])\d{2})$`);
const ENGLISH = new RegExp(String.raw`^(${MONTH}) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$`);
const END_OF_MONTH = new RegExp(String.raw`^(?:la )?fin (?:du mois )?(?:de |d')?(${MONTH}) (\d{4})$`);
const MONTH_ALONE = new RegExp(String.raw`^(?:(?:en|de|mois de|debut|mi|courant)[ -])*(${MONTH}) (\d{4})$`);

/** What has more than one reading, with those that are days of the calendar; else what cannot be read. */
const several = (text: string): DateRead => {
  const short = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(text);
  const month = MONTH_ALONE.exec(text);
  const [, one, two, three] = short ?? [];
  const readings =
    short !== null
      ? [
          existing(century(three), two, one),
          existing(century(one), two, three),
          existing(century(three), one, two),
        ]
      : month !== null
        ? monthOf(Number(month[2]), monthNamed(month[1] ?? '') ?? 0)
        : /^[3-6]\d{4}$/.test(text)
          ? [existing(...partsOf(addDays(SERIAL_ZERO, Number(text))))]
          : [];
  const days = [...new Set(readings.flatMap((read) => (read.ok ? [read.date] : [])))];
  if (short === null && days.length === 0) return { ok: false, error: 'DATE_ILLISIBLE' };
  return { ok: false, error: 'DATE_AMBIGUE', readings: days };
};

/** Day from which spreadsheets count, for days after February 1900. */
const SERIAL_ZERO = '1899-12-30';

const monthOf = (year: number, month: number): readonly DateRead[] => [
  existing(String(year), String(month), '1'),
  endOf(year, month),
];

const endOf = (year: number, month: number): DateRead => {
  const read = existing(String(year), String(month), '1');
  return read.ok ? { ok: true, date: lastOfMonth(read.date), assumed: 'DERNIER_JOUR' } : read;
};

/** Midnight elsewhere than here is another day here. */
const atMidnight = (text: string, hour: string, zone: string): DateRead => {
  const read = bare(text);
  const evening = hour.startsWith('2');
  if (!read.ok || (!evening && /^(?:|z|utc|[+]0[012]:?00)$/.test(zone))) return read;
  return { ok: false, error: 'DATE_AMBIGUE', readings: [read.date, addDays(read.date, evening ? 1 : -1)] };
};

const century = (year = ''): string => (year.length === 4 ? year : `20${year.padStart(2, '0')}`);

/** Years in which a derogation may have a date: the doctrine is of 2018; a later century is a slip. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;

const partsOf = (date: IsoDate): [string, string, string] => [
  date.slice(0, 4),
  date.slice(5, 7),
  date.slice(8),
];

const existing = (year = '', month = '', day = ''): DateRead => {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (readDate(date) === null) return { ok: false, error: 'DATE_INEXISTANTE' };
  const inRange = Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR;
  return inRange ? { ok: true, date } : { ok: false, error: 'DATE_HORS_PERIODE' };
};
