import type { Queues, Received } from '../../queues/queues.ts';
import { emptyRoom } from '../../queues/rooms.ts';
import type { Self } from '../events/addressing.ts';
import { readEnvelope, timeAt, toReceived } from '../events/envelope.ts';
import { OLDEST_ANSWERED, readEvent } from '../events/event.ts';
import { isArrival, sinceArrival } from '../events/join-boundary.ts';
import { readRedaction } from '../events/redaction.ts';
import { kindOf } from '../events/room-state.ts';
import type { JoinedRoom } from '../events/sync-response.ts';
import type { TchapClient } from '../http/client.ts';
import { failureOf } from '../http/failure.ts';
import type { TchapOptions } from '../options.ts';
import { readRoomRequest, readRoomStep } from '../verification/request.ts';
import { fillGap, type Gap } from './backfill.ts';
import { answeredIn, repliesToUs } from './replies.ts';

/** How much the clock of the homeserver may be behind ours, in milliseconds. */
const CLOCK_SKEW = 10_000;

export interface SelectionOptions extends Pick<TchapOptions, 'now' | 'log' | 'bots' | 'overhears'> {
  readonly queues: Queues;
  readonly client: Pick<TchapClient, 'pageBefore'>;
  readonly self: () => Self;
  /** Counts events that are not for us, by reason. */
  readonly ignored: (reason: string) => void;
}

/** Where an answer of `/sync` starts: at the very first one, after the loss of the token, or from a token. */
export type Position = 'first' | 'lost' | { readonly since: string };

/** What of a room is worth keeping. */
export interface Selected {
  readonly room: JoinedRoom;
  readonly received: readonly Received[];
  /** Events withdrawn by their authors. */
  readonly redacted: readonly string[];
  /** Events are missing that could not be fetched. */
  readonly truncated: boolean;
}

/**
 * Chooses the events of a room that may be for us, those missing from a limited timeline included. Runs before the
 * transaction that stores them, since it asks the homeserver and the application.
 * @param notBefore epoch milliseconds of the first start: what was said before is history
 */
export const select = async (
  room: JoinedRoom,
  position: Position,
  notBefore: number,
  options: SelectionOptions,
): Promise<Selected> => {
  // Without a token the homeserver gives history, not news.
  if (position === 'first') return { room, received: [], redacted: [], truncated: false };
  const { queues, self } = options;
  const known = await queues.rooms.find(room.roomId);
  const wasThere = known?.membership === 'join';
  const me = self().userId;
  const isSeen = (event: unknown): boolean =>
    position === 'lost' && wasThere && readEnvelope(event)?.event_id === known.seen_event;
  const reached = room.timeline.some((event) => isArrival(event, me, wasThere) || isSeen(event));
  const gap =
    room.gap === null || reached
      ? { events: [], truncated: false }
      : await fill({ ...room, from: room.gap }, { position, wasThere, isSeen }, options);
  const whole = sinceArrival([...gap.events, ...room.timeline], me, wasThere);
  const timeline = whole.slice(whole.findLastIndex(isSeen) + 1);
  const { received, redacted } = await choose(room, timeline, notBefore, options);
  return { room, received, redacted, truncated: gap.truncated };
};

interface Reached {
  readonly position: Position;
  readonly wasThere: boolean;
  /** Whether an event is the last one that we have seen. */
  readonly isSeen: (event: unknown) => boolean;
}

/** Back to the last sync; without its token, to the last event seen; in a room that is new to us, to our arrival. */
const fill = async (
  { roomId, from }: { readonly roomId: string; readonly from: string },
  { position, wasThere, isSeen }: Reached,
  options: SelectionOptions,
): Promise<Gap> => {
  const { client, now, self, log } = options;
  const since = wasThere && typeof position === 'object' ? position.since : null;
  const stop = {
    isTooOld: (event: unknown, sentAt: number) => timeAt(event, sentAt, now()) - sentAt > OLDEST_ANSWERED,
    isEnd: (event: unknown) => isSeen(event) || isArrival(event, self().userId, wasThere),
  };
  try {
    const gap = await fillGap(client, { roomId, from, since }, stop);
    log.info('backfill', { room: roomId, events: gap.events.length });
    return gap;
  } catch (error) {
    const { kind, code } = failureOf(error);
    // A refusal would be the same for ever, and would hold back all other rooms; the rest is tried again.
    if (kind !== 'forbidden' && kind !== 'rejected') throw error;
    log.warn('backfill-refused', { room: roomId, code });
    return { events: [], truncated: true };
  }
};

const choose = async (
  room: JoinedRoom,
  timeline: readonly unknown[],
  notBefore: number,
  options: SelectionOptions,
): Promise<Pick<Selected, 'received' | 'redacted'>> => {
  const received: Received[] = [];
  const redacted: string[] = [];
  const now = options.now();
  // A date to come was noted by a clock that was ahead: it says nothing.
  const begin = notBefore > now + CLOCK_SKEW ? 0 : notBefore - CLOCK_SKEW;
  const answered = answeredIn(timeline, options.self().userId);
  for (const event of timeline) {
    const envelope = readEnvelope(event);
    if (envelope === null) {
      options.ignored('malformed');
      continue;
    }
    redacted.push(...readRedaction(event));
    const row = toReceived(room.roomId, envelope, event);
    if (row === null) continue;
    // Synapse remembers its answers to a first sync for two minutes: news may then come with history in it.
    if (dateBy(event, row.sentAt, now) < begin) options.ignored('before-start');
    else if (answered.has(row.eventId)) options.ignored('already-answered');
    else if (await isForUs(room, row, event, received, options)) received.push(row);
  }
  return { received, redacted };
};

/** When an event was sent by the clock that `now` is read from, as its age tells; else what the event says itself. */
const dateBy = (event: unknown, sentAt: number, now: number): number =>
  Math.max(sentAt, now - (timeAt(event, sentAt, now) - sentAt));

const isForUs = async (
  room: JoinedRoom,
  row: Received,
  event: unknown,
  before: readonly Received[],
  options: SelectionOptions,
): Promise<boolean> => {
  const { queues, self, bots, now, overhears } = options;
  if (row.sender === self().userId) return false;
  // What an encrypted event says is only known to the worker.
  const time = timeAt(event, row.sentAt, now());
  if (row.sessionId !== null) return time - row.sentAt <= OLDEST_ANSWERED && !bots.includes(row.sender);
  const me = self().userId;
  if (readRoomRequest(event, me) !== null || readRoomStep(event, me) !== null) return true;
  const known = await queues.rooms.find(room.roomId);
  const state = { ...emptyRoom(room.roomId), ...known, ...room.change };
  const context = { roomId: room.roomId, room: kindOf(state), self: self(), bots, now: time };
  const toUs = await repliesToUs(queues, event);
  const read = readEvent(event, { ...context, overhears: false, repliesToUs: toUs });
  if ('incoming' in read) return true;
  // A message of the same person that has not been handled yet may open an interview.
  if (
    read.ignored === 'not-addressed' &&
    (before.some(({ sender }) => sender === row.sender) ||
      (await queues.inbox.hasWaiting(row.roomId, row.sender)) ||
      (await overhears(row.roomId, row.sender)))
  )
    return true;
  options.ignored(read.ignored);
  return false;
};
