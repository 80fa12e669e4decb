import { describe, expect, it } from 'vitest';
import { due, nextDigest, remindersDue } from '../../../bot/digest/due.ts';
import { addDays } from '../../../knowledge/dates/days.ts';
import type { Subscription } from '../../../knowledge/digest/subscription.ts';
import { at, calendar, subscription } from './subscribed.ts';

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
