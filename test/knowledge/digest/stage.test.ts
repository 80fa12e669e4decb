import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../knowledge/dates/days.ts';
import { nextStageOn, stageOf } from '../../../knowledge/digest/stage.ts';

const TODAY = '2026-11-23';

describe('the threshold that a deadline has reached', () => {
  it.each([
    [91, null],
    [90, 90],
    [31, 90],
    [30, 30],
    [8, 30],
    [7, 7],
    [1, 7],
    [0, 0],
    [-1, -1],
    [-30, -1],
    [-31, -31],
    [-60, -31],
    [-61, -61],
  ])('%s days away: %s', (days, stage) => {
    expect(stageOf(addDays(TODAY, days), TODAY)).toBe(stage);
  });

  it('a deadline on Sunday is announced on Friday, and no sooner', () => {
    expect(stageOf('2026-11-29', '2026-11-27', '2026-11-29')).toBe(0);
    expect(stageOf('2026-11-30', '2026-11-27', '2026-11-29')).toBe(7);
    expect(stageOf('2026-11-29', '2026-11-26', '2026-11-26')).toBe(7);
  });

  it.each([
    ['29 February', '2028-02-29', '2028-02-22', 7],
    ['29 February, a month before', '2028-02-29', '2028-01-30', 30],
    ['31 March, a month before', '2027-03-31', '2027-03-01', 30],
    ['30 April, a month and a day before', '2027-04-30', '2027-03-30', 90],
  ])('%s', (_, due, today, stage) => {
    expect(stageOf(due, today)).toBe(stage);
  });
});

describe('the day of the next threshold', () => {
  it.each([
    [90, '2026-12-24'],
    [30, '2027-01-16'],
    [7, '2027-01-23'],
    [0, '2027-01-24'],
    [-1, '2027-02-23'],
    [-31, '2027-03-25'],
  ])('after %s, for 23/01/2027: %s', (stage, date) => {
    expect(nextStageOn('2027-01-23', stage)).toBe(date);
  });

  it('is the first day on which the threshold changes, whatever the deadline', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 90 }), fc.integer({ min: 0, max: 3000 }), (days, shift) => {
        const today = addDays('2024-01-01', shift);
        const due = addDays(today, days);
        const stage = stageOf(due, today);
        if (stage === null) throw new Error('within 90 days there is one');
        const next = nextStageOn(due, stage);
        expect(next > today).toBe(true);
        expect(stageOf(due, addDays(next, -1))).toBe(stage);
        expect(stageOf(due, next)).not.toBe(stage);
      }),
    );
  });
});
