import { z } from 'zod';
import type { RoomChange } from '../../queues/queues.ts';
import { type Envelope, readEnvelope } from './envelope.ts';
import { creatorsAbove, readStateEvent } from './room-state.ts';

/** What one answer of `/sync` says, once read. Whatever is malformed in it is left out, alone. */
export interface SyncResponse {
  readonly nextBatch: string;
  readonly joined: readonly JoinedRoom[];
  /** Rooms left, by us or by force. */
  readonly left: readonly string[];
  readonly invited: readonly Invited[];
}

export interface JoinedRoom {
  readonly roomId: string;
  /** What the state events, in or before the timeline, change. */
  readonly change: RoomChange;
  /** Events of the timeline, oldest first, not yet read. */
  readonly timeline: readonly unknown[];
  /** Where the events missing before the timeline are to be asked for; null when none is missing. */
  readonly gap: string | null;
  /** Who has replaced this room, if the timeline says so. */
  readonly upgradedBy: string | null;
  /** The members may not be those that we knew: somebody came or went, or part of the timeline is missing. */
  readonly membersChanged: boolean;
  /** People who joined or were invited, as far as this answer tells. */
  readonly joining: readonly string[];
  /** Display name that the bot has taken, if the timeline says so; null = it has none any more. */
  readonly ownName?: string | null;
}

export interface Invited {
  readonly roomId: string;
  readonly inviter: string;
  readonly direct: boolean;
}

const list = z.array(z.unknown()).catch([]);
const eventsSchema = z.object({ events: list }).catch({ events: [] });
const map = z.record(z.string(), z.unknown()).catch({});

const syncSchema = z.object({
  next_batch: z.string().min(1),
  rooms: z.object({ join: map, invite: map, leave: map }).catch({ join: {}, invite: {}, leave: {} }),
});

const NO_EVENTS = { events: [], limited: false, prev_batch: undefined };
const joinedSchema = z
  .object({
    state: eventsSchema,
    timeline: z
      .object({
        events: list,
        limited: z.boolean().catch(false),
        prev_batch: z.string().optional().catch(undefined),
      })
      .catch(NO_EVENTS),
    summary: z
      .object({
        'm.joined_member_count': z.number().int().optional().catch(undefined),
        'm.invited_member_count': z.number().int().optional().catch(undefined),
      })
      .catch({}),
  })
  .catch({ state: NO_EVENTS, timeline: NO_EVENTS, summary: {} });

const memberSchema = z.object({ membership: z.string(), is_direct: z.boolean().optional().catch(undefined) });

/** @throws ZodError when there is no `next_batch`: such an answer is asked for again. */
export const readSync = (raw: unknown, me: string): SyncResponse => {
  const { next_batch: nextBatch, rooms } = syncSchema.parse(raw);
  return {
    nextBatch,
    joined: Object.entries(rooms.join).map(([roomId, room]) => readJoined(roomId, room, me)),
    left: Object.keys(rooms.leave),
    invited: Object.entries(rooms.invite).flatMap(([roomId, room]) => readInvited(roomId, room, me)),
  };
};

const readJoined = (roomId: string, raw: unknown, me: string): JoinedRoom => {
  const { state, timeline, summary } = joinedSchema.parse(raw);
  const stateEvents = [...state.events, ...timeline.events].flatMap((event) => readEnvelope(event) ?? []);
  const joined = summary['m.joined_member_count'];
  const events = timeline.events.flatMap((event) => readEnvelope(event) ?? []);
  const last = events.at(-1);
  const own = events.findLast(({ type, state_key }) => type === 'm.room.member' && state_key === me);
  return {
    roomId,
    change: {
      ...Object.assign({}, ...stateEvents.map(changeOf)),
      ...(last === undefined ? {} : { seen_event: last.event_id }),
      ...(joined === undefined ? {} : { members: joined + (summary['m.invited_member_count'] ?? 0) }),
    },
    timeline: timeline.events,
    gap: timeline.limited ? (timeline.prev_batch ?? null) : null,
    upgradedBy:
      stateEvents.findLast(({ type, state_key }) => type === 'm.room.tombstone' && state_key === '')
        ?.sender ?? null,
    membersChanged: timeline.limited || stateEvents.some(({ type }) => type === 'm.room.member'),
    joining: stateEvents.flatMap((event) =>
      event.type === 'm.room.member' && ['join', 'invite'].includes(membershipIn(event) ?? '')
        ? (event.state_key ?? [])
        : [],
    ),
    ...(own === undefined || membershipIn(own) !== 'join' ? {} : { ownName: nameIn(own) }),
  };
};

const nameIn = ({ content }: Envelope): string | null =>
  typeof content.displayname === 'string' && content.displayname.trim() !== '' ? content.displayname : null;

const changeOf = (event: Envelope): RoomChange => {
  if (event.state_key === undefined) return {};
  return event.type === 'm.room.create'
    ? { creators: JSON.stringify(creatorsAbove(event)) }
    : readStateEvent(event.type, event.state_key, event.content);
};

const membershipIn = (event: Envelope): string | undefined =>
  memberSchema.safeParse(event.content).data?.membership;

// Invitations hold stripped events: neither id nor date.
const strippedSchema = z.object({
  type: z.literal('m.room.member'),
  sender: z.string().startsWith('@').includes(':').max(255),
  state_key: z.string(),
  content: memberSchema,
});
const inviteSchema = z.object({ invite_state: eventsSchema });

const readInvited = (roomId: string, raw: unknown, me: string): readonly Invited[] => {
  const events = inviteSchema.safeParse(raw).data?.invite_state.events ?? [];
  const ours = events
    .flatMap((event) => strippedSchema.safeParse(event).data ?? [])
    .findLast((event) => event.state_key === me && event.content.membership === 'invite');
  return ours === undefined
    ? []
    : [{ roomId, inviter: ours.sender, direct: ours.content.is_direct === true }];
};
