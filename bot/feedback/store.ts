import type { Gaps } from '../../commands/lacunes/gaps.ts';

/**
 * What people made of the answers: questions without their text, reactions without their authors. A question is
 * found by its event for a while, then the link is cut. Everything may be handled twice.
 */
export interface FeedbackStore extends Omit<Gaps, 'kept'> {
  /** @param question `terms` null = none are kept; `day` ISO 8601. The same event again is an edit. */
  asked(question: {
    readonly eventId: string;
    readonly terms: readonly string[] | null;
    readonly refused: boolean;
    readonly day: string;
    /** Card that answered, or null. */
    readonly card: string | null;
    readonly askedBack: boolean;
    /** How a choice was made, when the answer is that to a choice. */
    readonly chosen: 'number' | 'words' | 'tap' | null;
  }): Promise<void>;
  /** The latest reaction of each person to a question counts. A question that is not known has none. */
  reacted(reaction: {
    readonly question: string;
    readonly person: string;
    readonly eventId: string;
    readonly liked: boolean;
    /** Why the answer was reported; none for a thumb. */
    readonly reason?: string | null;
  }): Promise<void>;
  /** Forgets a question or a reaction that its author has withdrawn. */
  withdraw(eventId: string): Promise<void>;
  /**
   * Deletes the questions asked before the day `before`, and of those asked before `linksBefore` all that leads back
   * to an event or a person, and the terms of those that were answered to nobody's displeasure.
   */
  forget(days: { readonly before: string; readonly linksBefore: string }): Promise<void>;
}
