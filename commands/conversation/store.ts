import type { Lang } from '../../knowledge/answer/answer.ts';

/** What is kept of a question and of its answer, so that what follows it can be read: codes and identifiers, no text. */
export interface Turn {
  readonly roomId: string;
  /** Event of the question; that of the first version if it was edited. */
  readonly eventId: string;
  /** Root event of the thread in which it was asked, or null for the main timeline. */
  readonly thread: string | null;
  readonly sender: string;
  /** Language of the answer. */
  readonly lang: Lang;
  /** Card that answered, or null. */
  readonly card: string | null;
  /** Rule numbers: 9 for R9. */
  readonly rules: readonly number[];
  /** Facts that the question stated, as codes. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Passages that the answer quoted. */
  readonly passages: readonly string[];
  /** Cards between which the asker was left to choose, in their order; empty when nothing was asked back. */
  readonly choices: readonly string[];
  /** When it was asked, epoch milliseconds. */
  readonly at: number;
}

/** Where the turns of conversations live, across restarts. */
export interface ConversationStore {
  /** Writes or replaces what is kept of that question; a question once kept keeps its place and its instant. */
  save(turn: Turn): Promise<void>;
  /** Those of a person in a room, in any thread, the latest first. */
  ofSender(roomId: string, sender: string): Promise<readonly Turn[]>;
  ofEvent(roomId: string, eventId: string): Promise<Turn | null>;
  /** Forgets a question that its author has withdrawn. */
  remove(eventId: string): Promise<void>;
  /** Forgets what was asked before that instant (epoch milliseconds). */
  forgetBefore(instant: number): Promise<void>;
}
