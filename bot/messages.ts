import type { Addressed, Attachment, Media, RoomKind } from '../commands/command.ts';
import type { Answer } from '../knowledge/answer/answer.ts';

interface Origin {
  readonly roomId: string;
  readonly eventId: string;
  readonly sender: string;
  /** Epoch milliseconds given by the homeserver; never used for ordering. */
  readonly sentAt: number;
  readonly room: RoomKind;
}

/** A text message, stripped of the reply fallback and of the mention of the bot. */
export interface IncomingMessage extends Origin {
  readonly kind: 'message';
  readonly text: string;
  readonly thread: string | null;
  readonly addressed: Addressed;
  /** Set when the message replaces an earlier one: id of that one. */
  readonly replaces: string | null;
  /** Message that its author replies to; the fallback of a thread is no reply. */
  readonly repliesTo?: string | null;
  /** What the text is the caption of, or what came alone when it is empty; null for a plain message. */
  readonly media?: Media | null;
  /** Text file that came with a command, or that it replies to, or alone in a direct conversation; at most 1 MiB. */
  readonly attachment?: Attachment | null;
}

export interface IncomingReaction extends Origin {
  readonly kind: 'reaction';
  readonly target: string;
  readonly key: string;
}

export type Incoming = IncomingMessage | IncomingReaction;

/** One thing to send. The transport cuts it into parts, encrypts, paces and sends it exactly once. */
export interface Outgoing {
  readonly roomId: string;
  readonly answer: Answer;
  /** Event replied to; null for what we say unasked (digest, admin room). */
  readonly replyTo: string | null;
  readonly thread: string | null;
  /** `notice` never rings; `text` rings the people in `mentions`. */
  readonly msgtype: 'notice' | 'text';
  readonly mentions: readonly string[];
  /**
   * Our earlier event to replace, or the message that it answered; null = a new message. The transport sets it by
   * itself on the reply to an edited message.
   */
  readonly edits: string | null;
  /** Deterministic key of what caused it; transaction ids are derived from it (`event id`, `digest/room/period`). */
  readonly cause: string;
  readonly priority: 'interactive' | 'scheduled';
}

/** A reaction of ours, sent when nothing else waits. */
export interface OutgoingReaction {
  readonly roomId: string;
  readonly key: string;
  /** Event reacted to, or the event to which our answer is. */
  readonly on: { readonly event: string } | { readonly answerTo: string };
  readonly cause: string;
  /** Which one it is of those with the same cause, from 0. */
  readonly part: number;
}

export type Sent = Outgoing | OutgoingReaction;

/** What the application does with one incoming event. Idempotent by `eventId`: it may be called again after a crash. */
export type Handler = (incoming: Incoming) => Promise<readonly Sent[]>;
