import { z } from 'zod';
import type { RoomKind } from '../../../commands/command.ts';
import type { RoomChange, RoomRow } from '../../queues/queues.ts';

const ruleSchema = z.object({ rule: z.string() });
const joinRuleSchema = z.object({ join_rule: z.string() });
const visibilitySchema = z.object({ history_visibility: z.string() });
const tombstoneSchema = z.object({ replacement_room: z.string().startsWith('!').max(255) });

const createSchema = z.object({
  sender: z.string(),
  content: z.object({
    room_version: z.string().catch('1'),
    additional_creators: z.array(z.string()).catch([]),
  }),
});

/** People above all power levels, by the event that created a room; nobody before version 12, nor when it is not known. */
export const creatorsAbove = (event: unknown): readonly string[] => {
  const create = createSchema.safeParse(event).data;
  return create === undefined || Number(create.content.room_version) < 12
    ? []
    : [create.sender, ...create.content.additional_creators];
};

/** State of a room that one state event changes; nothing for the events that do not concern us. */
export const readStateEvent = (
  type: string,
  stateKey: string,
  content: Readonly<Record<string, unknown>>,
): RoomChange => {
  if (stateKey !== '') return {};
  switch (type) {
    case 'm.room.encryption':
      // Whatever is in it, even an unknown algorithm: the room is encrypted.
      return { encryption: JSON.stringify({ ...content, algorithm: content.algorithm ?? 'UNKNOWN' }) };
    case 'm.room.history_visibility':
      return { history_visibility: visibilitySchema.safeParse(content).data?.history_visibility ?? null };
    case 'im.vector.room.access_rules':
      return { access_rule: ruleSchema.safeParse(content).data?.rule ?? null };
    case 'm.room.join_rules':
      return { join_rule: joinRuleSchema.safeParse(content).data?.join_rule ?? null };
    case 'm.room.power_levels':
      return { power_levels: JSON.stringify(content) };
    case 'm.room.tombstone':
      return { successor: tombstoneSchema.safeParse(content).data?.replacement_room ?? null };
    default:
      return {};
  }
};

/**
 * What a room is for those who write in it. Tchap: never encrypted → forum; else by access rule.
 * A conversation of two is direct whatever its settings; `unknown` until the state of the room has been seen.
 */
export const kindOf = (room: RoomRow | undefined): RoomKind => {
  if (room === undefined) return 'unknown';
  const two = room.members !== null && room.members <= 2;
  if (two && (room.direct === 1 || room.access_rule === 'direct' || room.join_rule !== 'public'))
    return 'direct';
  if (room.direct === 1 && room.members === null) return 'direct';
  if (room.encryption === null) return 'forum';
  return room.access_rule === 'unrestricted' ? 'external' : 'private';
};
