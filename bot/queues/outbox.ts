import type { OutboxRow } from '../store/schema.ts';

export type { OutboxRow };

export interface Queued {
  readonly roomId: string;
  readonly kind: 'message' | 'redaction' | 'reaction';
  readonly content: object;
  readonly priority: 'interactive' | 'scheduled' | 'last';
  /** What caused it, and which part of it this is: together they make the transaction id. */
  readonly cause: string;
  readonly part: number;
  readonly edits: string | null;
}

/** What waits for a room, without its content. */
export interface Waiting {
  readonly id: number;
  readonly priority: number;
  readonly cause: string;
  /** Who asked for it; null for what we say unasked. */
  readonly person: string | null;
}

/** What is to be sent; then, for a while and without its content, what was. */
export interface Outbox {
  /** Queues parts to send; a part already queued under the same cause is left as it is. */
  enqueue(queue: readonly Queued[], now: number): Promise<void>;
  /** Whether something waits for a room not in `exceptRooms`. */
  hasToSend(exceptRooms: readonly string[]): Promise<boolean>;
  /** Rooms not in `exceptRooms` for which something waits, with the best priority and the oldest row of each. */
  waitingRooms(exceptRooms: readonly string[]): Promise<readonly WaitingRoom[]>;
  /** What waits for a room, most urgent first, the first `most` rows. What edits an answer belongs to who asked for it. */
  waitingIn(roomId: string, most: number): Promise<readonly Waiting[]>;
  find(id: number): Promise<OutboxRow | undefined>;
  markSent(id: number, eventId: string | null): Promise<void>;
  /** Replaces the content of what waits: its file has been uploaded. */
  replaceContent(id: number, content: object): Promise<void>;
  drop(id: number): Promise<void>;
  /** Drops all that waits for a room that the bot has left. */
  dropRoom(roomId: string): Promise<void>;
  /** Parts of our first answer to a cause, by number, whatever their state; edits of it are left out. */
  partsOf(cause: string): Promise<readonly OutboxRow[]>;
  /**
   * Parts of our answer to a cause that stand in the room, or will once all is sent, with their events (null = not sent).
   * @param before id of a row: only what was queued before it counts
   */
  standingParts(cause: string, before?: number): Promise<ReadonlyMap<number, string | null>>;
  /** Replacements of our answer to a cause that were sent: they can be read by who asks for the history. */
  editsOf(cause: string): Promise<readonly string[]>;
  /** What caused one of our events; null when the event is not ours, or too old to be remembered. */
  causeOf(eventId: string): Promise<string | null>;
  /** How many rows queued after `since` have a cause that begins with `prefix`. */
  countCauses(prefix: string, since: number): Promise<number>;
  /** Forgets what was sent or dropped and was queued before `before`. */
  tidy(before: number): Promise<void>;
}

export interface WaitingRoom {
  readonly roomId: string;
  readonly priority: number;
  readonly id: number;
}
