import { describe, expect, it } from 'vitest';
import { lastDayBeforeWork, workingDayFrom } from '../../../bot/digest/calendar.ts';
import { createCalendar } from '../../../bot/digest/holidays.ts';

const calendar = createCalendar();

describe('working days in metropolitan France', () => {
  it.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-28', false, 'a Saturday'],
    ['2026-11-29', false, 'a Sunday'],
    ['2026-11-11', false, 'Armistice'],
    ['2027-03-29', false, 'Easter Monday'],
    ['2027-05-06', false, 'Ascension'],
    ['2027-05-17', false, 'Whit Monday'],
    ['2027-07-14', false, 'fête nationale'],
    ['2026-12-25', false, 'Christmas'],
    ['2027-03-26', true, 'Good Friday, a holiday in Alsace-Moselle only'],
    ['2026-12-26', false, 'a Saturday in any case'],
    ['2028-12-26', true, 'the second day of Christmas, in Alsace-Moselle only'],
    ['2027-05-27', true, 'abolition of slavery in Martinique, not here'],
    ['2028-02-29', true, 'a leap day'],
  ] as const)('%s: %s (%s)', (date, worked, _) => {
    expect(calendar.isWorkingDay(date)).toBe(worked);
  });

  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-28', '2026-11-30'],
    ['2027-05-06', '2027-05-07'],
    ['2026-12-25', '2026-12-28'],
    ['2027-01-01', '2027-01-04'],
  ])('from %s, the next one is %s', (date, next) => {
    expect(workingDayFrom(date, calendar)).toBe(next);
  });

  it.each([
    ['2026-11-26', '2026-11-26'],
    ['2026-11-27', '2026-11-29'],
    ['2026-12-24', '2026-12-27'],
  ])('what falls due by %s is told on %s at the latest', (today, until) => {
    expect(lastDayBeforeWork(today, calendar)).toBe(until);
  });
});
