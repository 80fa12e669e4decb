import type { Answer } from '../../knowledge/answer/answer.ts';
import { failureFields } from '../log/failure.ts';
import type { Log } from '../log/log.ts';
import type { Outgoing } from '../messages.ts';
import { announce } from '../outgoing.ts';
import type { Database } from '../store/database.ts';
import { ALERT, mayAlert } from '../store/queues/alert-quota.ts';
import { keyValue } from '../store/queues/key-value.ts';
import type { AdminAlert } from './wording.ts';

export interface TellOptions {
  readonly database: Database;
  /** null: notices only reach the log. */
  readonly adminRoom: string | null;
  readonly send: (outgoing: Outgoing) => Promise<void>;
  readonly corpusVersion: () => string;
  /** Local date in Europe/Paris, ISO 8601. */
  readonly today: () => string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Log;
}

/** Says something in the administration room, unless it was said lately. Never rejects. */
export type Tell = (notice: AdminAlert) => Promise<void>;

export const createTell =
  (options: TellOptions): Tell =>
  async (notice) => {
    const { database, adminRoom, send, now, log } = options;
    try {
      const store = keyValue(database);
      const last = Number((await store.get(`told/${notice.key}`)) ?? Number.NEGATIVE_INFINITY);
      if (now() - last < notice.everyMs) return;
      log.warn('notice', { kind: notice.key.replace(/\/.*$/s, '') });
      // At the end of a busy hour, it is told then.
      if ((await mayAlert(database, now())) === 'no') return;
      if (adminRoom !== null) {
        const answer = saying(notice.text, options);
        await send(announce(adminRoom, answer, `${ALERT}${notice.key}/${now()}`));
      }
      await store.set(`told/${notice.key}`, String(now()));
    } catch (error) {
      log.error('notice-failed', failureFields(error));
    }
  };

const saying = (text: string, { today, corpusVersion }: TellOptions): Answer => ({
  kind: 'dialogue',
  lang: 'fr',
  title: '',
  blocks: [{ kind: 'paragraph', text: [text] }],
  citations: [],
  notices: [],
  asOf: today(),
  corpusVersion: corpusVersion(),
});
