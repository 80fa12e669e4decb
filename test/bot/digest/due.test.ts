import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { due, instantOf, localTime, nextDigest, type Run, remindersDue } from '../../../bot/digest/due.ts';
import { createCalendar } from '../../../bot/digest/holidays.ts';
import { addDays } from '../../../knowledge/dates/days.ts';
import { DEFAULT_TIME, type Subscription } from '../../../knowledge/digest/subscription.ts';

const calendar = createCalendar();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const subscription = (fields: Partial<Subscription> = {}): Subscription => ({
  roomId: '!salon:example.org',
  ...DEFAULT_TIME,
  since: instantOf('2026-01-01', 0),
  pausedUntil: null,
  ...fields,
});

const at = (day: string, hour: number, minute = 0): number => instantOf(day, hour * 60 + minute);

const runAt = (now: number, lastRun: string | null, fields: Partial<Subscription> = {}) =>
  due(now, lastRun, subscription(fields), calendar);

describe('which digest is due', () => {
  const before = '2026-W47';

  it.each([
    ['a minute too early', at('2026-11-23', 8, 59), null],
    ['at the hour', at('2026-11-23', 9), { period: '2026-W48', late: false }],
    ['a few minutes later', at('2026-11-23', 9, 14), { period: '2026-W48', late: false }],
    ['in the afternoon', at('2026-11-23', 17), { period: '2026-W48', late: true }],
    ['in the night that follows: it waits for the usual hour', at('2026-11-24', 3), null],
    ['on Tuesday', at('2026-11-24', 9), { period: '2026-W48', late: true }],
    ['on Saturday: it waits for a working day', at('2026-11-28', 10), null],
  ])('%s', (_, now, expected) => {
    const { run } = runAt(now, before);
    expect(run === null ? null : { period: run.period, late: run.late }).toEqual(expected);
  });

  it('once for a week', () => {
    expect(runAt(at('2026-11-23', 9, 1), '2026-W48').run).toBeNull();
  });

  it('six days later it is still caught up, then given up', () => {
    const wednesday = { weekday: 3 };
    // Wednesday 25 November to Tuesday 1 December at the same hour: six days.
    expect(runAt(at('2026-12-01', 9), before, wednesday)).toMatchObject({
      run: { period: '2026-W48', late: true },
      skipped: [],
    });
    expect(runAt(at('2026-12-01', 9, 1), before, wednesday)).toEqual({ run: null, skipped: ['2026-W48'] });
  });

  it('after three weeks of absence: one digest, and the weeks given up', () => {
    expect(runAt(at('2026-12-15', 10), '2026-W47')).toMatchObject({
      run: { period: '2026-W51', late: true },
      skipped: ['2026-W49', '2026-W50'],
    });
  });

  it.each([
    ['Easter Monday moves to Tuesday', { weekday: 1 }, '2027-03-29', '2027-03-30', '2027-W13'],
    ['Christmas on a Friday moves to Monday', { weekday: 5 }, '2026-12-25', '2026-12-28', '2026-W52'],
    ['New Year’s Day moves to the week after', { weekday: 5 }, '2027-01-01', '2027-01-04', '2026-W53'],
  ])('%s', (_, fields, holiday, moved, period) => {
    const last = '2026-W51';
    const settled = period === '2026-W53' ? '2026-W52' : last;
    expect(runAt(at(holiday, 9), settled, fields).run).toBeNull();
    expect(runAt(at(moved, 9), settled, fields).run).toMatchObject({ period, late: false, date: moved });
  });

  it('nothing that was scheduled before the room asked', () => {
    expect(runAt(at('2026-11-24', 10), null, { since: at('2026-11-24', 9, 30) })).toEqual({
      run: null,
      skipped: [],
    });
  });

  it('nothing during a pause, and nothing of it afterwards', () => {
    const paused = { pausedUntil: '2026-12-08' };
    expect(runAt(at('2026-12-07', 9), '2026-W48', paused)).toEqual({ run: null, skipped: [] });
    expect(runAt(at('2026-12-08', 9), '2026-W48', paused)).toEqual({ run: null, skipped: [] });
    expect(runAt(at('2026-12-14', 9), '2026-W48', paused).run).toMatchObject({
      period: '2026-W51',
      late: false,
    });
  });

  it('the day chosen anew in a week that has had its digest counts from the week after', () => {
    const friday = { weekday: 5, since: at('2026-11-24', 10) };
    expect(runAt(at('2026-11-27', 9), '2026-W48', friday).run).toBeNull();
    expect(runAt(at('2026-12-04', 9), '2026-W48', friday).run).toMatchObject({ period: '2026-W49' });
  });
});

describe('the hour of the digest', () => {
  it.each([
    ['winter', '2026-03-23', '2026-03-23T08:00:00Z'],
    ['the day after 29 March', '2026-03-30', '2026-03-30T07:00:00Z'],
    ['summer', '2026-10-19', '2026-10-19T07:00:00Z'],
    ['the day after 25 October', '2026-10-26', '2026-10-26T08:00:00Z'],
  ])('09:00 in Paris, in %s', (_, monday, utc) => {
    expect(nextDigest(at(addDays(monday, -1), 12), null, subscription(), calendar)).toBe(Date.parse(utc));
  });

  it('the next one skips the week that has had its own', () => {
    expect(nextDigest(at('2026-11-23', 8), '2026-W48', subscription(), calendar)).toBe(at('2026-11-30', 9));
  });

  it('the next one comes after the pause', () => {
    const paused = subscription({ pausedUntil: '2026-12-08' });
    expect(nextDigest(at('2026-11-23', 8), null, paused, calendar)).toBe(at('2026-12-14', 9));
  });
});

describe('reminders', () => {
  it.each([
    ['before the hour', at('2026-11-24', 8, 59), null, false],
    ['from the hour on', at('2026-11-24', 9), '2026-11-23', true],
    ['once a day', at('2026-11-24', 9, 1), '2026-11-24', false],
    ['not on a Saturday', at('2026-11-28', 9), '2026-11-27', false],
    ['not on 11 November', at('2026-11-11', 9), null, false],
  ])('%s', (_, now, lastDay, expected) => {
    expect(remindersDue(now, lastDay, subscription(), calendar)).toBe(expected);
  });

  it('none during a pause', () => {
    const paused = subscription({ pausedUntil: '2026-12-08' });
    expect(remindersDue(at('2026-12-07', 9), null, paused, calendar)).toBe(false);
    expect(remindersDue(at('2026-12-08', 9), null, paused, calendar)).toBe(true);
  });
});

/** Every week from the first one whose digest falls after `from` to the last one that falls before `to`. */
const weeksOf = (from: number, to: number, fields: Partial<Subscription>): readonly string[] => {
  const weeks: string[] = [];
  let last: string | null = null;
  for (;;) {
    const next: number = nextDigest(from, last, subscription({ ...fields, since: from }), calendar);
    const run: Run | null = due(next, last, subscription({ ...fields, since: from }), calendar).run;
    if (run === null) throw new Error(`no digest at ${new Date(next).toISOString()}`);
    if (next > to) return weeks;
    weeks.push(run.period);
    last = run.period;
  }
};

interface Absence {
  readonly from: number;
  readonly to: number;
}

/** Lives through the years, looking every `step` minutes unless the machine is off. */
const live = (
  from: number,
  to: number,
  fields: Partial<Subscription>,
  step: number,
  absences: readonly Absence[] = [],
): {
  readonly sent: readonly string[];
  readonly skipped: readonly string[];
  readonly at: readonly number[];
} => {
  const sent: string[] = [];
  const skipped: string[] = [];
  const times: number[] = [];
  const asked = subscription({ ...fields, since: from });
  let last: string | null = null;
  for (let now = from; now <= to; now += step * MINUTE) {
    if (absences.some((absence) => now >= absence.from && now < absence.to)) continue;
    const { run, skipped: given } = due(now, last, asked, calendar);
    skipped.push(...given);
    last = given.at(-1) ?? last;
    if (run === null) continue;
    sent.push(run.period);
    times.push(now);
    last = run.period;
  }
  return { sent, skipped, at: times };
};

describe('five years, looked at every hour or half hour', () => {
  const from = at('2026-01-01', 0);
  const to = at('2031-01-01', 0);

  it.each([
    ['Monday 09:00', { weekday: 1, minute: 540 }],
    ['Friday 17:30', { weekday: 5, minute: 1050 }],
    ['Wednesday 00:00', { weekday: 3, minute: 0 }],
    ['Thursday 23:30', { weekday: 4, minute: 1410 }],
    ['Monday 03:00, the first hour after the clock change', { weekday: 1, minute: 180 }],
  ])('%s: one digest for each week, none missing, none twice, at its hour on a working day', (_, fields) => {
    const { sent, skipped, at: times } = live(from, to, fields, fields.minute % 60 === 0 ? 60 : 30);
    expect(sent).toEqual(weeksOf(from, to, fields));
    expect(sent.length).toBeGreaterThanOrEqual(259);
    expect(new Set(sent).size).toBe(sent.length);
    expect(skipped).toEqual([]);
    for (const time of times) {
      const local = localTime(time);
      expect(local.minute).toBe(fields.minute);
      expect(calendar.isWorkingDay(local.date)).toBe(true);
    }
  });

  it('eight hours of downtime every third day: every week is there, once', () => {
    const absences = Array.from({ length: 700 }, (_, index) => {
      const start = at('2026-01-01', 4) + index * 3 * 24 * HOUR;
      return { from: start, to: start + 8 * HOUR };
    });
    const { sent, skipped } = live(from, to, {}, 60, absences);
    expect(sent).toEqual(weeksOf(from, to, {}));
    expect(skipped).toEqual([]);
  });
});

describe('whatever the hours and the absences', () => {
  /** From January on: the change of 29 March is one of them. */
  const DAYS = 120;
  const start = at('2026-01-01', 0);

  it('a week is sent at most once, and sent or given up when it can be', () => {
    const absence = fc.record({
      day: fc.integer({ min: 0, max: DAYS }),
      hour: fc.integer({ min: 0, max: 23 }),
      hours: fc.integer({ min: 1, max: 24 * 12 }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 1439 }).filter((minute) => minute < 120 || minute >= 180),
        fc.array(absence, { maxLength: 5 }),
        fc.constantFrom(4, 7, 13),
        (weekday, minute, list, step) => {
          const absences = list.map(({ day, hour, hours }) => {
            const from = start + (day * 24 + hour) * HOUR;
            return { from, to: from + hours * HOUR };
          });
          const fields = { weekday, minute };
          const to = start + DAYS * 24 * HOUR;
          const { sent, skipped } = live(start, to, fields, step * 5, absences);
          const all = [...sent, ...skipped].toSorted();
          expect(new Set(all).size).toBe(all.length);
          // The last weeks may still be waiting for a working day; an absence may swallow a week or two whole.
          const expected = weeksOf(start, to - 13 * 24 * HOUR, fields);
          const lost = expected.filter((week) => !all.includes(week));
          const longest = Math.max(0, ...absences.map(({ from, to: end }) => end - from));
          if (absences.length <= 1 && longest < 8 * HOUR) expect(lost).toEqual([]);
          expect(sent.every((week) => expected.includes(week) || week > (expected.at(-1) ?? ''))).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });
});
