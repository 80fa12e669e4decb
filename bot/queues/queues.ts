import type { Inbox } from './inbox.ts';
import type { Outbox } from './outbox.ts';
import type { Rooms } from './rooms.ts';

export type { Inbox, InboxRow, Received } from './inbox.ts';
export type { Outbox, OutboxRow, Queued, Waiting, WaitingRoom } from './outbox.ts';
export type { Invitation, InvitationRow, RoomChange, RoomRow, Rooms } from './rooms.ts';

/** Sentences that are not to be said again too soon, by key; times are epoch milliseconds. */
export interface Cooldowns {
  isCooling(key: string, now: number): Promise<boolean>;
  start(key: string, everyMs: number, now: number): Promise<void>;
  /** Forgets the cooldowns that are over. */
  tidy(now: number): Promise<void>;
}

/** Small durable values by key. `set(key, null)` forgets the key. */
export interface KeyValue {
  get(key: string): Promise<string | null>;
  set(key: string, value: string | null): Promise<void>;
}

/** How much waits. */
export interface QueueCounts {
  readonly rooms: number;
  readonly waiting: number;
  readonly undecryptable: number;
  readonly outgoing: number;
}

/** All that a transport keeps. What is done in `atOnce`, through what it is given alone, is kept whole or not at all. */
export interface Queues {
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly rooms: Rooms;
  readonly cooldowns: Cooldowns;
  readonly values: KeyValue;
  counts(): Promise<QueueCounts>;
  atOnce<T>(work: (queues: Queues) => Promise<T>): Promise<T>;
}

/**
 * Whether a sentence may be said now, given that it is said at most once per `everyMs` for this key. When it may, the
 * cooldown begins; call it with what queues the sentence.
 * @param now epoch milliseconds
 */
export const mayBeSaid = async (
  { cooldowns }: Pick<Queues, 'cooldowns'>,
  key: string,
  everyMs: number,
  now: number,
): Promise<boolean> => {
  if (await cooldowns.isCooling(key, now)) return false;
  await cooldowns.start(key, everyMs, now);
  return true;
};
