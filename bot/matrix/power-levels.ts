import { z } from 'zod';

const level = z.number().catch(0);
const levelsSchema = z.object({
  users: z.record(z.string(), level).catch({}),
  users_default: level,
});
const createSchema = z.object({
  room_version: z.string().catch('1'),
  additional_creators: z.array(z.string()).catch([]),
});

interface RoomStates {
  getRoomStateEvent(roomId: string, type: string, stateKey: string): Promise<unknown>;
  getRoomCreateEvent?(roomId: string): Promise<unknown>;
}

const moderator = 50;

/**
 * Whether a person has at least the power of a moderator in a room. Read from the homeserver at each call, never
 * from memory; false when it cannot be read. Since version 12, creators of a room stand above all levels.
 */
export async function isModerator(states: RoomStates, roomId: string, userId: string): Promise<boolean> {
  try {
    const levels = levelsSchema.parse(await states.getRoomStateEvent(roomId, 'm.room.power_levels', ''));
    const own = new Map(Object.entries(levels.users)).get(userId) ?? levels.users_default;
    if (own >= moderator) return true;
    const create = createSchema.parse(await states.getRoomStateEvent(roomId, 'm.room.create', ''));
    return Number(create.room_version) >= 12 && create.additional_creators.includes(userId);
  } catch {
    return false;
  }
}
