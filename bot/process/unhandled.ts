import { failureFields } from '../log/failure.ts';
import type { Log } from '../log/log.ts';

/**
 * A promise that nobody waits for (the SDK leaves some) must not end the process: it is logged.
 * Gives what undoes it.
 */
export const logUnhandled = (log: Log): (() => void) => {
  const listener = (reason: unknown): void => log.error('unhandled-rejection', failureFields(reason));
  process.on('unhandledRejection', listener);
  return () => process.off('unhandledRejection', listener);
};
