import Holidays from 'date-holidays';
import { dayOfWeek, type IsoDate } from '../../knowledge/rules/time/iso-date.ts';
import type { Calendar } from './calendar.ts';

/** Working days in metropolitan France: no week-end, no public holiday. Those of Alsace and overseas are left out. */
export const createCalendar = (): Calendar => {
  const holidays = new Holidays('FR', { types: ['public'] });
  const byYear = new Map<string, ReadonlySet<IsoDate>>();
  const holidaysOf = (year: string): ReadonlySet<IsoDate> => {
    const known = byYear.get(year);
    if (known !== undefined) return known;
    const dates = new Set(holidays.getHolidays(year).map(({ date }) => date.slice(0, 10)));
    byYear.set(year, dates);
    return dates;
  };
  return {
    isWorkingDay: (date) => WORKED.has(dayOfWeek(date)) && !holidaysOf(date.slice(0, 4)).has(date),
  };
};

/** Monday to Friday, as ISO counts them. */
const WORKED: ReadonlySet<number | null> = new Set([1, 2, 3, 4, 5]);
