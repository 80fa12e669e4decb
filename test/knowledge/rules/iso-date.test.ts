import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, dayOfWeek, readDate } from '../../../knowledge/rules/time/iso-date.ts';

describe('months are counted de quantième à quantième, else to the last day', () => {
  it.each([
    ['2024-02-29', 12, '2025-02-28'],
    ['2023-02-28', 12, '2024-02-28'],
    ['2026-07-31', 12, '2027-07-31'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2100-01-31', 1, '2100-02-28'],
    ['2000-01-31', 1, '2000-02-29'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-05-31', 1, '2026-06-30'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2026-07-31', 1, '2026-08-31'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-11-30', 1, '2026-12-30'],
    ['2026-01-15', -1, '2025-12-15'],
    ['0001-01-01', 0, '0001-01-01'],
    ['9999-12-31', 0, '9999-12-31'],
    ['9999-12-31', 1, null],
    ['0001-01-01', -1, null],
    ['2026-02-29', 12, null],
    ['2026-01-01', 0.5, null],
  ])('%s + %d months → %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });
});

describe('days that exist', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-01-01', '2026-12-31', '2026-06-30'])('%s does', (date) => {
    expect(readDate(date)).not.toBeNull();
  });
  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-00-10',
    '2026-13-10',
    '2026-10-00',
    '2026-06-31',
    '2026-01-32',
    '0000-01-01',
    '2026-1-1',
    '22/11/2026',
    '2026-11-22T00:00:00Z',
    ' 2026-11-22',
    '',
  ])('« %s » does not', (date) => {
    expect(readDate(date)).toBeNull();
    expect(dayOfWeek(date)).toBeNull();
  });
});

it.each([
  ['2027-07-31', 6],
  ['2026-11-22', 7],
  ['2026-11-23', 1],
  ['2024-02-29', 4],
  ['2000-01-01', 6],
])('%s is day %d of the week', (date, day) => {
  expect(dayOfWeek(date)).toBe(day);
});

it('agrees with the calendar of the platform on any day', () => {
  const day = fc.tuple(
    fc.integer({ min: 1600, max: 2400 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  );
  fc.assert(
    fc.property(day, fc.integer({ min: -60, max: 60 }), ([year, month, dayOfMonth], months) => {
      const date = Temporal.PlainDate.from({ year, month, day: dayOfMonth });
      expect(dayOfWeek(date.toString())).toBe(date.dayOfWeek);
      expect(addMonths(date.toString(), months)).toBe(date.add({ months }).toString());
    }),
  );
});
