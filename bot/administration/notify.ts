import { failureFields } from '../log/failure.ts';
import type { Log } from '../log/log.ts';
import type { Database } from '../store/database.ts';
import { ALERT, mayAlert } from '../store/queues/alert-quota.ts';
import { isCooling, startCooldown } from '../store/queues/cooldowns.ts';
import { type AdminAlert, TOO_MANY } from './wording.ts';

export interface NotifyOptions {
  /** null: notices only reach the log. */
  readonly adminRoom: string | null;
  /** Puts a sentence in the queue of that room; the same `cause` is the same message. */
  readonly post: (text: string, cause: string) => Promise<unknown>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Pick<Log, 'warn' | 'error'>;
}

/**
 * The one way to the administration room: once per `everyMs` for a key, and twenty sentences an hour, the last of which
 * says that there are too many. Give it the transaction of what it tells of, so that both are kept or neither.
 */
export const notify = async (
  database: Database,
  options: NotifyOptions,
  notice: AdminAlert,
): Promise<void> => {
  const { adminRoom, post, now, log } = options;
  const key = `${ALERT}${notice.key}`;
  if (await isCooling(database, key, now())) return;
  log.warn('notice', { kind: notice.key.replace(/\/.*$/s, '') });
  if (adminRoom !== null) {
    const may = await mayAlert(database, now());
    // What lasts is told at the end of a busy hour.
    if (may === 'last') await post(TOO_MANY, `${key}/${now()}`);
    if (may !== 'yes') return;
    await post(notice.text, `${key}/${now()}`);
  }
  await startCooldown(database, key, notice.everyMs, now());
};

/** Says something in the administration room, unless it was said lately. Never rejects. */
export type Notify = (notice: AdminAlert) => Promise<void>;

export const createNotify =
  (options: NotifyOptions & { readonly database: Database }): Notify =>
  async (notice) => {
    try {
      await notify(options.database, options, notice);
    } catch (error) {
      options.log.error('notice-failed', failureFields(error));
    }
  };
