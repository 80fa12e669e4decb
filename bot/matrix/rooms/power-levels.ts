import { z } from 'zod';
import type { Queues } from '../../queues/queues.ts';
import { creatorsAbove } from '../events/room-state.ts';
import { failureOf } from '../http/failure.ts';
import { backOff, wait } from '../http/wait.ts';

const level = z.number().catch(0);
const levelsSchema = z.object({
  users: z.record(z.string(), level).catch({}),
  users_default: level,
});
const creatorsSchema = z.array(z.string()).catch([]);

/** Attempts made before the homeserver is given up: about ten minutes. */
const MOST_ATTEMPTS = 25;

interface Homeserver {
  doRequest(method: 'GET', endpoint: string, query?: unknown): Promise<unknown>;
}

export interface PowerLevelOptions {
  readonly queues: Queues;
  readonly homeserver: Homeserver;
  readonly signal: AbortSignal;
}

/**
 * Power level of a person in a room, as the synchronisation keeps it. What it has not told yet is asked of the homeserver,
 * again and again until it says: nobody is refused a right because a call has failed. Since version 12, creators of a room
 * stand above all levels.
 * @param needed false = 0 when the levels are not known yet, without waiting
 * @throws when the homeserver does not say for ten minutes, or when we are stopping
 */
export const powerLevelOf = async (
  options: PowerLevelOptions,
  roomId: string,
  userId: string,
  needed: boolean,
): Promise<number> => {
  const known = await knownLevels(options.queues, roomId);
  const levels = known ?? (needed ? await askLevels(options, roomId) : null);
  if (levels === null) return 0;
  if (creatorsSchema.parse(levels.creators).includes(userId)) return Number.POSITIVE_INFINITY;
  const { users, users_default: others } = levelsSchema.parse(levels.content);
  return new Map(Object.entries(users)).get(userId) ?? others;
};

interface Levels {
  /** Content of `m.room.power_levels`. */
  readonly content: unknown;
  readonly creators: unknown;
}

const knownLevels = async (queues: Queues, roomId: string): Promise<Levels | null> => {
  const room = await queues.rooms.find(roomId);
  if (room === undefined || room.power_levels === null || room.creators === null) return null;
  return { content: JSON.parse(room.power_levels), creators: JSON.parse(room.creators) };
};

const askLevels = async (options: PowerLevelOptions, roomId: string): Promise<Levels> => {
  const content = (await askState(options, roomId, 'm.room.power_levels', {})) ?? {};
  const create = await askState(options, roomId, 'm.room.create', { format: 'event' });
  const creators = creatorsAbove(create);
  // What the synchronisation has told meanwhile is fresher.
  await options.queues.rooms.fill(roomId, {
    power_levels: JSON.stringify(content),
    creators: JSON.stringify(creators),
  });
  return { content, creators };
};

/** State of a room; null when the homeserver says that there is none, or that it is not for us. */
const askState = async (
  { homeserver, signal }: PowerLevelOptions,
  roomId: string,
  type: string,
  query: object,
): Promise<unknown> => {
  const path = `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/state/${type}/`;
  for (let failures = 0; ; failures++) {
    try {
      return await homeserver.doRequest('GET', path, query);
    } catch (error) {
      const { kind } = failureOf(error);
      if (kind === 'forbidden') return null;
      const mayPass = kind === 'temporary' || kind === 'rate-limited';
      if (!mayPass || signal.aborted || failures >= MOST_ATTEMPTS) throw error;
      await wait(backOff(failures, 500, 30_000), signal);
    }
  }
};
