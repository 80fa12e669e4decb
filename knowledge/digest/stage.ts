import { addDays, daysUntil } from '../dates/days.ts';
import type { IsoDate } from '../rules/time/iso-date.ts';

/**
 * Threshold that a deadline has reached: 90, 30, 7 days before it, 0 on the day, then -1, -31, -61… once it has
 * passed: what nobody settles comes back every 30 days.
 */
export type Stage = number;

/** Thresholds that are recalled once each, in days before the deadline. */
export const REMINDERS: readonly Stage[] = [90, 30, 7, 0];

/** Days before the deadline from which the people responsible are rung. */
export const RINGS_FROM = 30;

/**
 * The latest threshold reached on a day; null while the deadline is more than 90 days away.
 * @param until the day before the next working day: a deadline that falls by then is announced today
 */
export const stageOf = (due: IsoDate, today: IsoDate, until: IsoDate = today): Stage | null => {
  const days = daysUntil(due, today);
  if (days < 0) return -1 - EVERY * Math.floor((-days - 1) / EVERY);
  if (due <= until) return 0;
  return REMINDERS.findLast((stage) => days <= stage) ?? null;
};

/** Day on which the threshold after `stage` is reached. */
export const nextStageOn = (due: IsoDate, stage: Stage): IsoDate => {
  const next = REMINDERS.find((reminder) => reminder < stage) ?? (stage >= 0 ? -1 : stage - EVERY);
  return addDays(due, -next);
};

/** Days between two thresholds once the deadline has passed. */
const EVERY = 30;
