import { join } from 'node:path';
import type { OperatorError } from '../../operator-error.ts';
import type { Queues } from '../../queues/queues.ts';
import { DATABASE } from '../../store/database.ts';
import { storageFields, storageTrouble } from '../../store/sqlite-errors.ts';
import { accountTrouble, mayComeBack, REFUSED_PAUSE } from '../http/account-refusals.ts';
import type { Connection } from '../http/connection.ts';
import { failureOf } from '../http/failure.ts';
import { retryPause } from '../http/retry-pause.ts';
import { wait } from '../http/wait.ts';
import type { TchapOptions, TransportLog } from '../options.ts';

const LONG_POLL = 30_000;
/** A token that the homeserver refuses this many times is forgotten: it comes from a backup that was put back. */
const MOST_TOKEN_REFUSALS = 3;

export interface SyncLoopOptions extends Pick<TchapOptions, 'dataFolder' | 'onStorageTrouble'> {
  readonly queues: Queues;
  readonly connection: Connection;
  readonly log: TransportLog;
  readonly now: () => number;
  /** One round; returns the token of the next one. Throws when nothing of it was stored. */
  readonly round: (since: string | null, waitMs: number) => Promise<string>;
  readonly onFailure: () => void;
  /** The account works again after having expired. */
  readonly onRenewed: () => Promise<void>;
  readonly onTokenLost: () => Promise<void>;
  readonly onFatal: (error: OperatorError) => void;
}

/** Asks for news until `signal` is aborted; a round that fails is asked for again, never skipped. */
export const runSyncLoop = async (options: SyncLoopOptions, signal: AbortSignal): Promise<void> => {
  const { queues, connection, now, round } = options;
  let failures = 0;
  let tokenRefusals = 0;
  while (!signal.aborted) {
    const asked: { since: string | null } = { since: null };
    try {
      const since = await queues.values.get('sync_token');
      asked.since = since;
      // A long poll that begins after `stop()` has ended the others would hold it back.
      if (signal.aborted) return;
      // Right after a failure, no long poll: we want to know at once that the homeserver is back.
      await round(since, connection.isUp ? LONG_POLL : 0);
      if (connection.state === 'account-expired') await options.onRenewed();
      failures = 0;
      tokenRefusals = 0;
      connection.synced(now());
    } catch (error) {
      if (signal.aborted) return;
      const failure = failureOf(error);
      options.onFailure();
      options.log.warn('sync-failed', { kind: failure.kind, code: failure.code, failures });
      if (failure.kind === 'account') {
        connection.lost(mayComeBack(failure.code) ? 'account-expired' : 'account-refused');
        if (!mayComeBack(failure.code)) {
          options.onFatal(accountTrouble(failure.code));
          return;
        }
        await wait(REFUSED_PAUSE, signal);
        continue;
      }
      const storage = storageTrouble(error, join(options.dataFolder, DATABASE));
      if (storage !== null) {
        options.log.error('storage-failing', storageFields(storage, options.dataFolder));
        if (connection.state !== 'storage-failing') options.onStorageTrouble?.(storage.message);
      }
      connection.lost(storage === null ? 'reconnecting' : 'storage-failing');
      tokenRefusals = failure.kind === 'rejected' && asked.since !== null ? tokenRefusals + 1 : 0;
      if (tokenRefusals === MOST_TOKEN_REFUSALS) await options.onTokenLost();
      const pause = failure.kind === 'rate-limited' ? failure.waitMs : 0;
      await wait(Math.max(pause, retryPause(error, failures)), signal);
      failures++;
    }
  }
};
