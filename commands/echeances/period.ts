import { shortDate } from '../../knowledge/answer/dates.ts';
import { addDays, daysUntil, lastOfMonth } from '../../knowledge/dates/days.ts';
import { MONTH, monthNamed } from '../../knowledge/dates/months.ts';
import { readTerm } from '../../knowledge/dates/read-term.ts';
import { type IsoDate, readDate } from '../../knowledge/rules/time/iso-date.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import { howMany } from '../how-many.ts';

/** The days that `!echeances` looks at. */
export interface Period {
  /** First day; null = what is overdue counts too, however old. */
  readonly from: IsoDate | null;
  readonly to: IsoDate;
  /** « 90 jours », « année 2027 », « mars 2027 ». */
  readonly title: string;
  /** « dans les 90 jours », « en 2027 ». */
  readonly within: string;
}

export const DEFAULT_DAYS = 90;
export const MOST_DAYS = 3650;

/** Nothing, `90j`, « 6 mois », `2027`, « mars 2027 », « jusqu'au 30/06/2027 ». Null when it is none of them. */
export const readPeriod = (args: string, today: IsoDate): Period | null => {
  const said = fold(args.slice(0, 80)).replace(/^(?:en|pour|d'ici|annee|l'annee|de|a|au) (?=20\d\d$)/, '');
  if (said === '') return inDays(DEFAULT_DAYS, today);
  if (/^20\d\d$/.test(said))
    return { from: `${said}-01-01`, to: `${said}-12-31`, title: `année ${said}`, within: `en ${said}` };
  if (/^\d{1,4}$/.test(said)) return inDays(Number(said), today);
  const month = MONTH_OF_YEAR.exec(said);
  if (month !== null) return inMonth(month[2] ?? '', monthNamed(month[1] ?? '') ?? 0);
  const read = readTerm(args, today);
  if (!read.ok) return null;
  const days = daysUntil(read.date, today);
  // « 30 jours » stays thirty days; a day that was named is said back.
  return /^(?:jusqu|le |fin |au |\d{1,4}[/. -])|\d{4}$/.test(said) && !/^\d+ ?[a-z]+$/.test(said)
    ? until(read.date, days)
    : inDays(days, today);
};

const MONTH_OF_YEAR = new RegExp(`^(?:en )?(${MONTH}) (20\\d\\d)$`);

const inDays = (days: number, today: IsoDate): Period | null =>
  days < 1 || days > MOST_DAYS
    ? null
    : {
        from: null,
        to: addDays(today, days),
        title: howMany(days, 'jour'),
        within: days === 1 ? 'd’ici demain' : `dans les ${days} jours`,
      };

const inMonth = (year: string, month: number): Period | null => {
  const from = `${year}-${String(month).padStart(2, '0')}-01`;
  if (readDate(from) === null) return null;
  const title = MONTH_TITLE.format(new Date(`${from}T00:00:00Z`));
  return { from, to: lastOfMonth(from), title, within: `en ${title}` };
};

const MONTH_TITLE = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

const until = (date: IsoDate, days: number): Period | null =>
  days > MOST_DAYS
    ? null
    : { from: null, to: date, title: `jusqu’au ${shortDate(date)}`, within: `d’ici le ${shortDate(date)}` };
