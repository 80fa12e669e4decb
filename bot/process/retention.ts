import { failureFields } from '../log/failure.ts';
import type { Log } from '../log/log.ts';
import { HOUR } from '../time.ts';

/**
 * Keeps the promises made to users on how long things are kept: forgets now, then every hour, until the timer is
 * cleared. A failure is logged; the next hour tries again.
 */
export const forgetEveryHour = (forget: () => Promise<unknown>, log: Log): NodeJS.Timeout => {
  const attempt = (): Promise<unknown> =>
    forget().catch((error: unknown) => log.error('not-forgotten', failureFields(error)));
  void attempt();
  return setInterval(attempt, HOUR).unref();
};
