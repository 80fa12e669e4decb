import { describe, expect, it } from 'vitest';
import { Pace } from '../../../../../bot/matrix/replacements/request/pace.ts';

describe('calls', () => {
  it('leave at once up to the burst, then one at a time', () => {
    const pace = new Pace({ everyMs: 250, burst: 3 });
    expect([1, 2, 3, 4, 5, 6].map(() => pace.take(1000))).toEqual([0, 0, 0, 250, 500, 750]);
  });

  it('get back the turns that were not used, and no more', () => {
    const pace = new Pace({ everyMs: 100, burst: 2 });
    expect([0, 0, 0].map((at) => pace.take(at))).toEqual([0, 0, 100]);
    expect([300, 300, 300].map((at) => pace.take(at))).toEqual([0, 0, 100]);
    expect([99_999, 99_999, 99_999].map((at) => pace.take(at))).toEqual([0, 0, 100]);
  });

  it('that come slower than the pace never wait', () => {
    const pace = new Pace({ everyMs: 100, burst: 1 });
    expect([0, 100, 250, 350].map((at) => pace.take(at))).toEqual([0, 0, 0, 0]);
  });
});
