import type { Lang } from '../../knowledge/answer/answer.ts';

/** What is kept of a question so that `!plus` can go on with it: passages, not the question. */
export interface FollowUp {
  readonly roomId: string;
  /** Event of the question; that of the first version if it was edited. */
  readonly eventId: string;
  /** Root event of the thread in which it was asked, or null for the main timeline. */
  readonly thread: string | null;
  readonly sender: string;
  readonly lang: Lang;
  /** Ids of the near passages that the answer did not quote, best first. */
  readonly passages: readonly string[];
  /** How many of them were given by `!plus`. */
  readonly given: number;
  /** Latest `!plus`, and the first passage that it gave: handled twice, it gives the same again. */
  readonly last: { readonly eventId: string; readonly from: number } | null;
  /** When it was asked, epoch milliseconds. */
  readonly askedAt: number;
}

/** Where follow-ups live, across restarts. */
export interface FollowUpStore {
  /** Writes or replaces what is kept of that question. */
  save(followUp: FollowUp): Promise<void>;
  /** Those asked in a thread or at its root (null = in the main timeline), the latest first. */
  inThread(roomId: string, thread: string | null): Promise<readonly FollowUp[]>;
  /** The one of a question, or of the latest `!plus` after it; null when there is none. */
  ofEvent(roomId: string, eventId: string): Promise<FollowUp | null>;
  /** Forgets a question that its author has withdrawn. */
  remove(eventId: string): Promise<void>;
  /** Forgets what was asked before that instant (epoch milliseconds). */
  forgetBefore(instant: number): Promise<void>;
}
