import { z } from 'zod';
import type { Queues } from '../../queues/queues.ts';
import type { TchapClient } from '../http/client.ts';
import type { TchapOptions } from '../options.ts';

const createSchema = z.object({ predecessor: z.object({ room_id: z.string() }).optional().catch(undefined) });

export interface UpgradeOptions extends Pick<TchapOptions, 'log' | 'moved'> {
  readonly queues: Queues;
  readonly client: Pick<TchapClient, 'getRoomStateEvent' | 'leaveRoom'>;
}

/**
 * Follows the rooms that have been replaced and whose successor the bot has joined. Both must name each other: a
 * tombstone alone could lead anywhere, and then the bot leaves. What is attached to the old room is moved once.
 */
export const followUpgrades = async (options: UpgradeOptions): Promise<void> => {
  const { queues, client, log, moved } = options;
  const store = queues.values;
  for (const { from, to } of await queues.rooms.upgraded()) {
    const key = `moved/${from}`;
    if ((await store.get(key)) === to) continue;
    const create = createSchema.parse(await client.getRoomStateEvent(to, 'm.room.create', ''));
    if (create.predecessor?.room_id === from) {
      await moved?.(from, to);
      log.info('room-upgraded', { from, to });
    } else {
      log.warn('room-upgrade-refused', { from, to });
      await client.leaveRoom(to);
    }
    await store.set(key, to);
  }
};
