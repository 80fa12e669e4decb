import { z } from 'zod';
import type { Queues } from '../../queues/queues.ts';
import { decide, decisionOn, type Succession } from '../../queues/successions.ts';
import type { TchapClient } from '../http/client.ts';
import type { TchapOptions } from '../options.ts';
import { sentence } from '../send/to-outbox.ts';
import { replaced } from '../send/wording.ts';

const createSchema = z.object({ predecessor: z.object({ room_id: z.string() }).optional().catch(undefined) });

export interface UpgradeOptions extends Pick<TchapOptions, 'log' | 'now' | 'moved' | 'followed'> {
  readonly queues: Queues;
  readonly client: Pick<TchapClient, 'getRoomStateEvent' | 'leaveRoom'>;
  readonly wakeSender: () => void;
}

/**
 * Follows the rooms that have been replaced and whose successor the bot has joined. Both must name each other: a
 * tombstone alone could lead anywhere, and then the bot leaves. What is attached to the old room is moved once, and the old
 * room is told where the bot went.
 */
export const followUpgrades = async (options: UpgradeOptions): Promise<void> => {
  const { queues, client, log } = options;
  for (const succession of await queues.rooms.upgraded()) {
    if ((await decisionOn(queues, succession)) !== null) continue;
    const { from, to } = succession;
    const create = createSchema.parse(await client.getRoomStateEvent(to, 'm.room.create', ''));
    if (create.predecessor?.room_id === from) {
      await follow(succession, options);
      continue;
    }
    log.warn('room-upgrade-refused', { from, to });
    // What an older version has already left, somebody may have invited us to since.
    if ((await queues.values.get(`moved/${from}`)) !== to) await client.leaveRoom(to);
    await decide(queues, succession, 'refused');
  }
};

const follow = async (succession: Succession, options: UpgradeOptions): Promise<void> => {
  const { queues, log, now, moved, followed, wakeSender } = options;
  const { from, to } = succession;
  await moved?.(from, to);
  await queues.atOnce(async (kept) => {
    // A succession that an older version has followed is no news.
    if ((await kept.values.get(`moved/${from}`)) !== to)
      await kept.outbox.enqueue([sentence(replaced, { roomId: from }, `replaced/${from}/${to}`)], now());
    await decide(kept, succession, 'followed');
  });
  log.info('room-upgraded', { from, to });
  await followed?.(succession);
  wakeSender();
};
