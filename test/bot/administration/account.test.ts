import { describe, expect, it } from 'vitest';
import { accountState, daysBetween, latestDay } from '../../../bot/administration/account.ts';

describe('an account lives thirteen months, and its renewal mail comes in the eleventh', () => {
  it.each([
    ['2026-01-15', '2026-01-15', 'valid', '2027-02-15'],
    ['2026-01-15', '2026-12-14', 'valid', '2027-02-15'],
    ['2026-01-15', '2026-12-15', 'to-renew', '2027-02-15'],
    ['2026-01-15', '2027-02-15', 'to-renew', '2027-02-15'],
    ['2026-01-15', '2027-02-16', 'overdue', '2027-02-15'],
    ['2026-01-31', '2026-12-31', 'to-renew', '2027-02-28'],
    ['2027-01-31', '2028-02-29', 'to-renew', '2028-02-29'],
    ['2027-01-31', '2028-03-01', 'overdue', '2028-02-29'],
  ] as const)('renewed on %s, on %s it is %s until %s', (renewedOn, today, kind, expiresOn) => {
    expect(accountState(renewedOn, today)).toEqual({ kind, expiresOn });
  });

  it('nothing is said without a date', () => {
    expect(accountState(null, '2026-11-22')).toEqual({ kind: 'unknown' });
  });
});

it('the later of two days counts', () => {
  expect(latestDay('2026-01-01', '2026-11-22')).toBe('2026-11-22');
  expect(latestDay(null, '2026-01-01')).toBe('2026-01-01');
  expect(latestDay(null, null)).toBeNull();
});

it('days are counted across months and clock changes', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-11-22', '2026-11-20')).toBe(-2);
});
