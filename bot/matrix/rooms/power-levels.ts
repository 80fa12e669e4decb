import { z } from 'zod';

const level = z.number().catch(0);
const levelsSchema = z.object({
  users: z.record(z.string(), level).catch({}),
  users_default: level,
});
const createSchema = z.object({
  sender: z.string(),
  content: z.object({
    room_version: z.string().catch('1'),
    additional_creators: z.array(z.string()).catch([]),
  }),
});

/** The highest level that a rule of ours may ask for: from there on, nothing more is read. */
const HIGHEST = 100;

interface Homeserver {
  doRequest(method: 'GET', endpoint: string, query?: unknown): Promise<unknown>;
}

/**
 * Power level of a person in a room. Read from the homeserver at each call, never from memory; 0 when it cannot be
 * read. Since version 12, creators of a room stand above all levels.
 */
export const powerLevelOf = async (
  homeserver: Homeserver,
  roomId: string,
  userId: string,
): Promise<number> => {
  const state = (type: string, query: object): Promise<unknown> =>
    homeserver.doRequest(
      'GET',
      `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/state/${type}/`,
      query,
    );
  try {
    const levels = levelsSchema.parse(await state('m.room.power_levels', {}));
    const own = new Map(Object.entries(levels.users)).get(userId) ?? levels.users_default;
    if (own >= HIGHEST) return own;
    const { sender, content } = createSchema.parse(await state('m.room.create', { format: 'event' }));
    const creators = [sender, ...content.additional_creators];
    const above = Number(content.room_version) >= 12 && creators.includes(userId);
    return above ? Number.POSITIVE_INFINITY : own;
  } catch {
    return 0;
  }
};
