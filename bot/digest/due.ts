import { addDays } from '../../knowledge/dates/days.ts';
import type { Subscription } from '../../knowledge/digest/subscription.ts';
import { dayOfWeek, type IsoDate } from '../../knowledge/rules/time/iso-date.ts';
import { DAY, MINUTE } from '../time.ts';
import { type Calendar, workingDayFrom } from './calendar.ts';

/** A digest to send now. */
export interface Run {
  /** ISO week that it is for: `2026-W48`. A room receives one digest for each. */
  readonly period: string;
  /** Local date of the sending. */
  readonly date: IsoDate;
  readonly late: boolean;
  /** Whether its week is the first of a month for this room. */
  readonly firstOfMonth: boolean;
}

export interface Due {
  readonly run: Run | null;
  /** Weeks whose digest was missed for too long: they are given up. */
  readonly skipped: readonly string[];
}

/**
 * Which digest a room is to receive now. Asked every minute, it gives each week once, provided that `lastRun` is
 * kept. A missed digest waits for the next working day, at the usual hour, and is given up after six days.
 * @param now epoch milliseconds
 * @param lastRun latest week that was sent, given up, or had nothing to say; null = none
 */
export const due = (
  now: number,
  lastRun: string | null,
  subscription: Subscription,
  calendar: Calendar,
): Due => {
  const { date: today, minute } = localTime(now);
  const missed = weeksBack(today)
    .filter((week) => lastRun === null || lastRun < periodOf(week))
    .map((week) => ({ week, at: scheduledAt(week, subscription, calendar) }))
    .filter(({ at }) => at <= now && at >= startOf(subscription));
  const pending = missed.find(({ at }) => now - at <= CAUGHT_UP_WITHIN);
  const isTime = calendar.isWorkingDay(today) && minute >= subscription.minute;
  return {
    run:
      pending === undefined || !isTime
        ? null
        : {
            period: periodOf(pending.week),
            date: today,
            late: now - pending.at > LATE_AFTER,
            firstOfMonth: addDays(pending.week, subscription.weekday - 1).slice(8) <= '07',
          },
    skipped: missed
      .filter((one) => one !== pending)
      .map(({ week }) => periodOf(week))
      .toSorted(),
  };
};

/** Whether reminders are to be looked for now: once each working day, from the usual hour on. */
export const remindersDue = (
  now: number,
  lastDay: IsoDate | null,
  subscription: Subscription,
  calendar: Calendar,
): boolean => {
  const { date, minute } = localTime(now);
  return (
    calendar.isWorkingDay(date) &&
    minute >= subscription.minute &&
    now >= startOf(subscription) &&
    (lastDay === null || lastDay < date)
  );
};

/** When the next digest is to come, epoch milliseconds; `lastRun` as for `due`. */
export const nextDigest = (
  now: number,
  lastRun: string | null,
  subscription: Subscription,
  calendar: Calendar,
): number => {
  const from = Math.max(now, startOf(subscription));
  let week = mondayOf(localTime(from).date);
  for (;;) {
    const at = scheduledAt(week, subscription, calendar);
    if (at >= from && (lastRun === null || lastRun < periodOf(week))) return at;
    week = addDays(week, 7);
  }
};

/** Local date and minutes after midnight, in Europe/Paris. */
export const localTime = (now: number): { readonly date: IsoDate; readonly minute: number } => {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(PARIS);
  return { date: local.toPlainDate().toString(), minute: local.hour * 60 + local.minute };
};

/** The instant of a local time, epoch milliseconds. */
export const instantOf = (date: IsoDate, minute: number): number =>
  Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: PARIS,
    plainTime: Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 }),
  }).epochMilliseconds;

/** ISO week of a Monday: `2026-W48`. Weeks compare as strings. */
export const periodOf = (monday: IsoDate): string => {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(monday);
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`;
};

const PARIS = 'Europe/Paris';
const CAUGHT_UP_WITHIN = 6 * DAY;
/** A digest that follows its hour by less is not said to be late. */
const LATE_AFTER = 15 * MINUTE;

const mondayOf = (date: IsoDate): IsoDate => addDays(date, 1 - (dayOfWeek(date) ?? 1));

/** Mondays of this week and of those whose digest may still be awaited, latest first. */
const weeksBack = (today: IsoDate): readonly IsoDate[] => {
  const monday = mondayOf(today);
  return [monday, addDays(monday, -7), addDays(monday, -14)];
};

const scheduledAt = (
  monday: IsoDate,
  { weekday, minute }: Pick<Subscription, 'weekday' | 'minute'>,
  calendar: Calendar,
): number => instantOf(workingDayFrom(addDays(monday, weekday - 1), calendar), minute);

/** Nothing scheduled earlier is sent: the room had not asked for it, or had paused it. */
const startOf = ({ since, pausedUntil }: Subscription): number =>
  pausedUntil === null ? since : Math.max(since, instantOf(pausedUntil, 0));
