import type { InboxRow } from '../store/schema.ts';

export type { InboxRow };

/** An event as it is accepted from a sync. */
export interface Received {
  readonly eventId: string;
  readonly roomId: string;
  readonly sender: string;
  readonly event: string;
  readonly sessionId: string | null;
  readonly cipherHash: string | null;
  readonly sentAt: number;
}

/** Events received, until they are handled; then their ids for a while, so that nothing is answered twice. */
export interface Inbox {
  /**
   * Stores an event to be handled. An event id already seen is left as it is; so is a ciphertext already seen under another
   * id (a replay).
   * @returns false when nothing was stored
   */
  receive(received: Received, now: number): Promise<boolean>;
  /** Oldest event of a room that waits to be handled, in the order in which the homeserver gave them. */
  next(roomId: string): Promise<InboxRow | undefined>;
  /** Notes which attempt this is, before it is made: an event that kills the process is counted too. */
  setAttempts(id: number, attempts: number): Promise<void>;
  /** Ends the handling of an event; its text is forgotten. */
  finish(id: number, state: 'done' | 'dead'): Promise<void>;
  /** Sets aside all that waits for the same key as this event. @returns how many */
  lock(row: Pick<InboxRow, 'room_id' | 'session_id'>): Promise<number>;
  /** Takes back the events of a session whose key has come. @returns how many */
  unlock(roomId: string, sessionId: string): Promise<number>;
  unlockAll(): Promise<void>;
  roomsWithWork(): Promise<readonly string[]>;
  /** Whether a message of this person still waits in this room. */
  hasWaiting(roomId: string, sender: string): Promise<boolean>;
  /** Whether an event that we remember was sent by this person. */
  sentBySame(eventId: string, sender: string): Promise<boolean>;
  /** Rooms that hold an unreadable event received at `before` or earlier of which nobody has been told. */
  unexplained(before: number): Promise<readonly string[]>;
  markExplained(roomId: string): Promise<void>;
  /** Forgets an event that its author has withdrawn, or a whole room that the bot has left. */
  forget(what: { readonly eventId: string } | { readonly roomId: string }): Promise<void>;
  /** Gives up what waits for a key since before `lockedBefore`, and forgets what was handled and came before `doneBefore`. */
  tidy(lockedBefore: number, doneBefore: number): Promise<void>;
}
