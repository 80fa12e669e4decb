import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { due, localTime, nextDigest, type Run } from '../../../bot/digest/due.ts';
import type { Subscription } from '../../../knowledge/digest/subscription.ts';
import { at, calendar, subscription } from './subscribed.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

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
