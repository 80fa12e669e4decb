import type { DigestSchedule } from '../../commands/digest/tools.ts';
import { type Calendar, lastDayBeforeWork } from './calendar.ts';
import { localTime, nextDigest } from './due.ts';

/** Days and hours of the digests. The public holidays are loaded at the first question: most runs never ask one. */
export const createSchedule = (): DigestSchedule => {
  let calendar: Promise<Calendar> | null = null;
  const loaded = (): Promise<Calendar> => {
    calendar ??= import('./holidays.ts').then(({ createCalendar }) => createCalendar());
    return calendar;
  };
  return {
    next: async (subscription, now) => localTime(nextDigest(now, null, subscription, await loaded())),
    until: async (today) => lastDayBeforeWork(today, await loaded()),
  };
};
