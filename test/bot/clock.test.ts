import { describe, expect, it } from 'vitest';
import { parisDate } from '../../bot/clock.ts';

describe('the day in Paris', () => {
  it.each([
    ['2026-06-30T21:59:59Z', '2026-06-30'],
    ['2026-06-30T22:00:00Z', '2026-07-01'],
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2027-03-28T00:59:59Z', '2027-03-28'],
    ['2026-10-24T21:59:59Z', '2026-10-24'],
    ['2026-10-25T22:59:59Z', '2026-10-25'],
  ])('at %s is %s', (instant, day) => {
    expect(parisDate({ now: () => Date.parse(instant) })).toBe(day);
  });
});
