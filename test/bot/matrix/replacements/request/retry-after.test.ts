import { describe, expect, it } from 'vitest';
import { waitAfter429 } from '../../../../../bot/matrix/replacements/request/retry-after.ts';

const now = Date.parse('Sun, 22 Nov 2026 12:00:00 GMT');

describe('how long to wait after a 429', () => {
  it.each([
    ['retry_after_ms of the body', 1234, undefined, 1234],
    ['the body wins over the header', 1234, '9', 1234],
    ['a fraction is rounded up, never early', 1234.2, undefined, 1235],
    ['seconds in the header', undefined, '7', 7000],
    ['an HTTP date', undefined, 'Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
    ['a date that is past', undefined, 'Sun, 22 Nov 2026 11:00:00 GMT', 4000],
    ['nothing said', undefined, undefined, 4000],
    ['zero', 0, '0', 4000],
    ['negative', -5, '-5', 4000],
    ['not a number', 'soon', 'soon', 4000],
    ['27 hours', 99_999_999, undefined, 3_600_000],
  ])('%s', (_title, body, header, expected) => {
    expect(waitAfter429(body, header, 2, now)).toBe(expected);
  });

  it('doubles a wait that nobody dictated, up to a minute', () => {
    expect([0, 1, 2, 9].map((attempt) => waitAfter429(undefined, undefined, attempt, now))).toEqual([
      1000, 2000, 4000, 60_000,
    ]);
  });
});
