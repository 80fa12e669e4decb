import type { Gaps } from '../../commands/lacunes/gaps.ts';
import type { OnQuestion } from '../../commands/respond.ts';
import type { Answer } from '../../knowledge/answer/answer.ts';
import { failureFields } from '../log/failure.ts';
import type { Log } from '../log/log.ts';
import type { IncomingReaction } from '../messages.ts';
import type { FeedbackStore } from './store.ts';
import { readThumb } from './thumb.ts';

export interface FeedbackOptions {
  readonly store: FeedbackStore;
  /** Terms of a question; null = none are kept. */
  readonly terms: ((question: string) => readonly string[]) | null;
  readonly log: Log;
}

/** Notes what people make of the answers. Says nothing, and never rejects: an answer does not depend on it. */
export interface Feedback extends Gaps {
  readonly asked: OnQuestion;
  /** @param question event that the message reacted to answered */
  reacted(reaction: IncomingReaction, question: string): Promise<void>;
  /** Counts a report under a question. */
  reported(report: {
    readonly question: string;
    readonly person: string;
    readonly eventId: string;
    readonly reason: string;
  }): Promise<void>;
}

export const createFeedback = ({ store, terms, log }: FeedbackOptions): Feedback => {
  const attempt = (write: Promise<void>): Promise<void> =>
    write.catch((error: unknown) => log.error('feedback-failed', failureFields(error)));
  return {
    kept: terms !== null,
    gaps: store.gaps,
    reactions: store.reactions,
    dislikedCards: store.dislikedCards,
    askedBack: store.askedBack,

    asked: (question, answer, { conversation, today }) => {
      const isGap = answer.kind === 'not-found' && !NO_QUESTIONS.includes(answer.reason.code);
      return attempt(
        store.asked({
          eventId: conversation.replaces ?? conversation.eventId,
          terms: terms?.(question) ?? null,
          refused: isGap,
          day: today,
          card: answer.trace?.card ?? null,
          askedBack: answer.kind === 'clarify',
          chosen: chosenBy(answer),
        }),
      );
    },

    reacted: async ({ key, sender, eventId }, question) => {
      const thumb = readThumb(key);
      if (thumb !== null) await attempt(store.reacted({ question, person: sender, eventId, ...thumb }));
    },

    reported: (report) => attempt(store.reacted({ ...report, liked: false })),
  };
};

/** How the choice was made that this answers; null when it answers none. */
const chosenBy = ({ data }: Answer): 'number' | 'words' | 'tap' | null => {
  if (data?.command !== 'choix') return null;
  return data.by === 'number' || data.by === 'words' || data.by === 'tap' ? data.by : null;
};

/** Refused rightly, and nothing that a text could add would change it: small talk, orders given to a machine. */
const NO_QUESTIONS: readonly string[] = ['bavardage', 'detournement'];
