import { instantOf } from '../../../bot/digest/due.ts';
import { createCalendar } from '../../../bot/digest/holidays.ts';
import { DEFAULT_TIME, type Subscription } from '../../../knowledge/digest/subscription.ts';

export const calendar = createCalendar();

export const subscription = (fields: Partial<Subscription> = {}): Subscription => ({
  roomId: '!salon:example.org',
  ...DEFAULT_TIME,
  since: instantOf('2026-01-01', 0),
  pausedUntil: null,
  ...fields,
});

export const at = (day: string, hour: number, minute = 0): number => instantOf(day, hour * 60 + minute);
