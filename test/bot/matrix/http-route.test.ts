import { expect, it } from 'vitest';
import { pacingOf } from '../../../bot/matrix/http/http-route.ts';

it('four calls leave in the time of one message, a start of twenty at once; without a pace, all at once', () => {
  expect(pacingOf(1000)).toEqual({ everyMs: 250, burst: 20 });
  expect(pacingOf(0)).toBeUndefined();
});
