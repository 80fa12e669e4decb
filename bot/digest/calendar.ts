import { addDays } from '../../knowledge/dates/days.ts';
import type { IsoDate } from '../../knowledge/rules/time/iso-date.ts';

/** Days on which people are at work. */
export interface Calendar {
  isWorkingDay(date: IsoDate): boolean;
}

/** The day itself if it is worked, else the next one that is. */
export const workingDayFrom = (date: IsoDate, calendar: Calendar): IsoDate =>
  calendar.isWorkingDay(date) ? date : workingDayFrom(addDays(date, 1), calendar);

/** The day before the next working day: what falls due by then is told today or too late. */
export const lastDayBeforeWork = (today: IsoDate, calendar: Calendar): IsoDate =>
  addDays(workingDayFrom(addDays(today, 1), calendar), -1);
