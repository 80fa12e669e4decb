import { failureFields } from '../log/failure.ts';
import type { Log } from '../log/log.ts';
import type { Queues } from '../queues/queues.ts';
import { ALERT, mayAlert } from './alert-quota.ts';
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
  queues: Pick<Queues, 'cooldowns' | 'outbox'>,
  options: NotifyOptions,
  notice: AdminAlert,
): Promise<void> => {
  const { adminRoom, post, now, log } = options;
  // What only the log was told is still to be told to a room that is named since.
  const key = `${adminRoom === null ? 'logged/' : ALERT}${notice.key}`;
  if (await queues.cooldowns.isCooling(key, now())) return;
  log.warn('notice', { kind: notice.key.replace(/\/.*$/s, '') });
  if (adminRoom !== null) {
    const may = await mayAlert(queues, now());
    // What lasts is told at the end of a busy hour.
    if (may === 'last') await post(TOO_MANY, `${key}/${now()}`);
    if (may !== 'yes') return;
    await post(notice.text, `${key}/${now()}`);
  }
  await queues.cooldowns.start(key, notice.everyMs, now());
};

/** Says something in the administration room, unless it was said lately. Never rejects. */
export type Notify = (notice: AdminAlert) => Promise<void>;

export const createNotify =
  (options: NotifyOptions & { readonly queues: Queues }): Notify =>
  async (notice) => {
    try {
      await notify(options.queues, options, notice);
    } catch (error) {
      options.log.error('notice-failed', failureFields(error));
    }
  };
