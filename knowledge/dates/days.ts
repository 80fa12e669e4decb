import { addMonths, type IsoDate, readDate } from '../rules/time/iso-date.ts';
import { DAY } from './spans.ts';

/** Days from one day to another, negative when it has passed. @throws RangeError if a day does not exist */
export const daysUntil = (date: IsoDate, from: IsoDate): number => (dayNumber(date) - dayNumber(from)) / DAY;

/** The day that comes so many days later. @throws RangeError if the day does not exist or leaves the years 1–9999 */
export const addDays = (date: IsoDate, days: number): IsoDate =>
  new Date(dayNumber(date) + days * DAY).toISOString().slice(0, 10);

/** The last day of the month of that day. @throws RangeError if the day does not exist */
export const lastOfMonth = (date: IsoDate): IsoDate =>
  addDays(addMonths(`${date.slice(0, 7)}-01`, 1) ?? date, -1);

const dayNumber = (date: IsoDate): number => {
  if (readDate(date) === null) throw new RangeError(`no such day: ${date}`);
  return Date.parse(date);
};
