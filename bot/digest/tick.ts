import { createTask, type TaskOptions } from 'node-cron';
import { failureFields } from '../log/failure.ts';
import type { Log } from '../log/log.ts';

export interface Ticking {
  /** Looks now, then every minute. Nothing happens after `stop`. */
  start(): void;
  /** Waits for the look under way. */
  stop(): Promise<void>;
}

/**
 * Calls `look` every minute, never twice at the same time. Only a tick: what is due is decided by the database, so
 * that a tick that is late, missing or repeated changes nothing.
 */
export const everyMinute = (look: () => Promise<void>, log: Log): Ticking => {
  let underWay: Promise<void> | null = null;
  let stopped = false;
  const tick = (): Promise<void> => {
    if (stopped) return Promise.resolve();
    underWay ??= look()
      .catch((error: unknown) => log.error('digest-failed', failureFields(error)))
      .finally(() => {
        underWay = null;
      });
    return underWay;
  };
  const task = createTask('* * * * *', tick, OPTIONS);
  return {
    start: () => {
      if (stopped) return;
      task.start();
      void tick();
    },
    stop: async () => {
      stopped = true;
      await task.destroy();
      await underWay;
    },
  };
};

/** UTC, since node-cron falls silent for an hour when the clocks of a zone go back. */
const OPTIONS: TaskOptions = { name: 'digest', timezone: 'Etc/UTC', suppressMissedWarning: true };
