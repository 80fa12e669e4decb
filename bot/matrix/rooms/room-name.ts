import { z } from 'zod';
import type { TchapClient } from '../http/client.ts';

const schema = z.object({ name: z.string().trim().min(1) });

/** Name of a room, asked of the homeserver and not kept; null when it has none, or it cannot be had. */
export const readRoomName = async (
  client: Pick<TchapClient, 'getRoomStateEvent'>,
  roomId: string,
): Promise<string | null> => {
  try {
    return schema.safeParse(await client.getRoomStateEvent(roomId, 'm.room.name', '')).data?.name ?? null;
  } catch {
    return null;
  }
};
