import { notices } from '../administration/wording.ts';
import { mayBeSaid, type Queues } from '../queues/queues.ts';
import { DAY, HOUR } from '../time.ts';
import { OLDEST_ANSWERED } from './events/event.ts';
import type { Connection } from './http/connection.ts';
import { failureOf } from './http/failure.ts';
import { wait } from './http/wait.ts';
import type { TchapOptions } from './options.ts';
import { followUpgrades, type UpgradeOptions } from './rooms/upgrades.ts';
import { alert, sentence } from './send/to-outbox.ts';
import { undecryptable } from './send/wording.ts';

const EVERY_MS = 5000;
const MONTH = 30 * DAY;
/** Keys often come a moment after the message: nothing is said before. */
const PATIENCE = 15_000;

interface MaintenanceOptions extends Pick<TchapOptions, 'adminRoom' | 'now' | 'log' | 'retentionMs'> {
  readonly queues: Queues;
}

interface MaintenanceLoopOptions extends UpgradeOptions, MaintenanceOptions {
  readonly connection: Connection;
  readonly wakeSender: () => void;
  /** Makes older copies of the data folder known for old ones. */
  readonly outdateCopies: () => Promise<void>;
  /** Brings the figures of the status up to date. */
  readonly refresh: () => Promise<void>;
}

/** Every few seconds: explanations, upgraded rooms, figures; every hour: tidying. Until `signal` is aborted. */
export const runMaintenance = async (options: MaintenanceLoopOptions, signal: AbortSignal): Promise<void> => {
  for (let round = 0; !signal.aborted; round++) {
    try {
      if (round % (HOUR / EVERY_MS) === 0) await tidy(options);
      if (options.connection.isUp) {
        if ((await explainLocked(options)) > 0) options.wakeSender();
        await followUpgrades(options);
        if (round > 0 && round % (HOUR / EVERY_MS) === 0) await options.outdateCopies();
      }
      await options.refresh();
    } catch (error) {
      options.log.error('upkeep-failed', { code: failureOf(error).code });
    }
    await wait(EVERY_MS, signal);
  }
};

/** Tells each room, at most once an hour, that some of its messages cannot be read. @returns how many were told. */
export const explainLocked = async (options: MaintenanceOptions): Promise<number> => {
  const { queues, now } = options;
  const rooms = await queues.inbox.unexplained(now() - PATIENCE);
  for (const roomId of rooms)
    await queues.atOnce(async (kept) => {
      await kept.inbox.markExplained(roomId);
      if (!(await mayBeSaid(kept, `undecryptable/${roomId}`, HOUR, now()))) return;
      const cause = `undecryptable/${roomId}/${now()}`;
      await kept.outbox.enqueue([sentence(undecryptable, { roomId }, cause)], now());
      await alert(kept, options, notices.undecryptable(roomId));
    });
  return rooms.length;
};

/** Forgets what is of no more use: messages whose key will not come, what was handled or sent long ago. */
export const tidy = async ({ queues, now, retentionMs = MONTH }: MaintenanceOptions): Promise<void> => {
  await queues.inbox.tidy(now() - OLDEST_ANSWERED, now() - retentionMs);
  await queues.outbox.tidy(now() - retentionMs);
  await queues.cooldowns.tidy(now());
};
