import { beforeEach, describe, expect, it } from 'vitest';
import { Throttle } from '../../../../bot/matrix/send/throttle.ts';
import { Turns } from '../../../../bot/matrix/send/turns.ts';
import { event, part } from '../../../support/queues/each.ts';
import { createMemoryQueues } from '../../../support/queues/memory-queues.ts';

let now = 0;
let throttle = new Throttle(1000, () => now);
beforeEach(() => {
  now = 1_000_000;
  throttle = new Throttle(1000, () => now);
});

/** Lets things leave as soon as they may, for so many seconds. @returns when each one left, in seconds */
const leaving = (seconds: number, ahead: boolean): readonly number[] => {
  const begun = now;
  const left: number[] = [];
  for (; now < begun + seconds * 1000; now += 100)
    while (throttle.delay(ahead) === 0) {
      throttle.take(ahead);
      left.push((now - begun) / 1000);
    }
  return left;
};

describe('the pace of the account', () => {
  it('one a second for what gives way', () => {
    expect(leaving(5, false)).toEqual([0, 1, 2, 3, 4]);
  });

  it('four at once for who waits for one answer, then one a second', () => {
    expect(leaving(4, true)).toEqual([0, 0, 0, 0, 1, 2, 3]);
  });

  it('lets who waits for one answer go ahead of what fills the pace', () => {
    leaving(10, false);
    expect(throttle.delay(false)).toBe(0);
    throttle.take(false);
    expect([throttle.delay(false), throttle.delay(true)]).toEqual([1000, 0]);
  });

  it('makes up for what went ahead, but holds nothing back for ever', () => {
    const left: number[] = [];
    const begun = now;
    for (; now < begun + 13_000; now += 50) {
      // Somebody new nearly every second: the pace is never quite worked off.
      if ((now - begun) % 1050 === 0 && throttle.delay(true) === 0) throttle.take(true);
      if (throttle.delay(false) > 0) continue;
      throttle.take(false);
      left.push((now - begun) / 1000);
    }
    expect(left).toEqual([0, 5, 10]);
  });

  it('is not stopped by a clock that is set back', () => {
    leaving(10, true);
    now -= 3_600_000;
    expect(throttle.delay(true)).toBeLessThanOrEqual(1000);
    expect(leaving(5, false).length).toBeGreaterThanOrEqual(4);
  });
});

describe('who may go ahead', () => {
  const queues = createMemoryQueues();
  const queue = async (sender: string, cause: string, priority: 'interactive' | 'scheduled' | 'last') => {
    const roomId = `!de-${sender}`;
    await queues.inbox.receive(event(cause, { roomId, sender }), 1);
    await queues.outbox.enqueue([part(cause, { roomId, priority })], 1);
  };

  it('one answer at a time: who waits for several gives way, whoever was served first', async () => {
    const turns = new Turns(queues.outbox);
    const order: (string | number)[] = [];
    const sendOne = async (): Promise<void> => {
      const row = await turns.take([], throttle);
      order.push(typeof row === 'number' ? row : row.cause);
      if (typeof row !== 'number') await queues.outbox.markSent(row.id, `$sent${row.id}`);
    };
    for (const cause of ['$export1', '$export2', '$export3']) await queue('gourmand', cause, 'interactive');
    await sendOne();
    await sendOne();
    await queue('alice', '$question1', 'interactive');
    await sendOne();
    await queue('alice', '$question2', 'interactive');
    await sendOne();
    await queue('bob', '$pouce', 'last');
    await sendOne();
    expect(order).toEqual(['$export1', 1000, '$question1', '$question2', 3000]);
    now += 3000;
    await sendOne();
    await sendOne();
    expect(order.slice(5)).toEqual(['$export2', '$export3']);
  });
});
