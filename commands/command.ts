import type { Answer, Lang } from '../knowledge/answer/answer.ts';

/** Who may run a command. `operator` = listed in the configuration; `moderator` = room power level ≥ 50 or configured role. */
export type Right = 'everyone' | 'moderator' | 'operator';

/** Where a request came from. The console and the batch mode use fixed pseudo-identifiers. */
export interface Conversation {
  readonly roomId: string;
  /** Root event of the thread, or null outside threads. */
  readonly thread: string | null;
  readonly sender: string;
  /** Id of the event that carries the request: effects keyed by it happen once even if it is handled twice. */
  readonly eventId: string;
  /** Message that this one is an edit of, or null: what an edited message causes is keyed by the first one. */
  readonly replaces?: string | null;
  /** Message that this one replies to, as its author chose, or null. */
  readonly repliesTo?: string | null;
  /** What the room is, as far as we know; `unknown` must be treated as the most exposed. */
  readonly room: RoomKind;
  readonly right: Right;
}

export interface Invocation {
  /** Argument text after the command name, trimmed, as typed (accents, NBSP and all). */
  readonly args: string;
  /** Local date in Europe/Paris, ISO 8601: commands never read a clock. */
  readonly today: string;
  /** Instant of the request, epoch milliseconds: only to date what is remembered (an open interview). */
  readonly now: number;
  readonly lang: Lang;
  readonly conversation: Conversation;
  /** All lines after the first, as pasted: `args` is cut at 2,000 characters, they are not. */
  readonly pasted?: string;
  /** Text file that came with the request, at most 1 MiB, or null. */
  readonly attachment?: Attachment | null;
}

/** Where and when something is asked: an `Invocation` without its argument. */
export type Asked = Omit<Invocation, 'args'>;

/** In which conversation, on which day. */
export type AskedIn = Pick<Invocation, 'today' | 'conversation'>;

export type RoomKind = 'direct' | 'private' | 'external' | 'forum' | 'console' | 'unknown';

/** Why a message is thought to be for us: `command` = only by its `!`; `none` = overheard. */
export type Addressed = 'mention' | 'direct' | 'command' | 'none';

/** What comes instead of a text, or with one. */
export type Media = 'image' | 'voice' | 'audio' | 'video' | 'location' | 'file';

export interface Attachment {
  readonly name: string;
  readonly text: string;
  /** Character set that was guessed, when the accents are to be looked at. */
  readonly encoding?: string;
  /** Why nothing was read of it: `ancien` = a format before xlsx, or under a password. */
  readonly unread?: 'ancien' | 'illisible';
}

/** One command. `examples` are run by a generic test and shown by `!aide <name>`; each begins with `!`. */
export interface Command {
  /** Canonical name, without `!`, ASCII lower case: `seuil`. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** One line for the list of commands, in French. */
  readonly summary: string;
  readonly usage: readonly string[];
  /** What it does and to whom it is visible, in French. */
  readonly effect: string;
  readonly examples: readonly string[];
  readonly right: Right;
  /** It reads `pasted`: a long message is then not said to have been cut. */
  readonly readsPasted?: boolean;
  run(invocation: Invocation): Answer | Promise<Answer>;
  /** What a question that asks for it in plain words gets, in its language; by default the first lines of `run`. */
  brief?(invocation: Invocation): Answer | Promise<Answer>;
}
