import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { everyMinute } from '../../../bot/digest/tick.ts';
import { createLog } from '../../../bot/log/log.ts';

const lines: string[] = [];
const log = createLog({ level: 'error', write: (line) => void lines.push(line) });

describe('the tick', () => {
  it('looks at once, and waits for the look under way when it stops', async () => {
    const steps: string[] = [];
    const look = Promise.withResolvers<void>();
    const ticking = everyMinute(async () => {
      steps.push('looks');
      await look.promise;
      steps.push('has looked');
    }, log);
    ticking.start();
    const stopped = ticking.stop().then(() => steps.push('stopped'));
    await sleep(10);
    expect(steps).toEqual(['looks']);
    look.resolve();
    await stopped;
    expect(steps).toEqual(['looks', 'has looked', 'stopped']);
  });

  it('does nothing once stopped, even when it is started after that', async () => {
    let looks = 0;
    const ticking = everyMinute(async () => void looks++, log);
    await ticking.stop();
    ticking.start();
    await sleep(10);
    expect(looks).toBe(0);
  });

  it('outlives a look that fails, and logs it', async () => {
    const ticking = everyMinute(() => Promise.reject(new Error('disk full')), log);
    ticking.start();
    await sleep(10);
    await ticking.stop();
    expect(lines.filter((line) => line.includes('digest-failed'))).toHaveLength(1);
  });

  it('looks every minute of the night when clocks go back', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-10-24T23:30:00Z') });
    try {
      const looks: number[] = [];
      const ticking = everyMinute(async () => void looks.push(Date.now()), log);
      ticking.start();
      await vi.advanceTimersByTimeAsync(3 * 3_600_000);
      await ticking.stop();
      const gaps = looks.slice(1).map((at, index) => at - (looks[index] ?? 0));
      expect(Math.max(...gaps)).toBeLessThanOrEqual(61_000);
    } finally {
      vi.useRealTimers();
    }
  });
});
