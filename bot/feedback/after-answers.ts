import {
  type Conversations,
  createConversations,
  type Tapped,
} from '../../commands/conversation/conversations.ts';
import type { ConversationStore } from '../../commands/conversation/store.ts';
import type { InterviewContext } from '../../commands/interview/interview.ts';
import { createFollowUps, type FollowUps } from '../../commands/plus/follow-ups.ts';
import type { FollowUpStore } from '../../commands/plus/store.ts';
import type { OnQuestion } from '../../commands/respond.ts';
import { createReports, type Reason, type Reports, type Subject } from '../../commands/signaler/reports.ts';
import type { QuestionAnswerer } from '../../knowledge/question/answerer.ts';
import { failureFields } from '../log/failure.ts';
import type { Log } from '../log/log.ts';
import type { IncomingReaction } from '../messages.ts';
import { createFeedback, type Feedback } from './feedback.ts';
import type { OpenFollowUp } from './open.ts';
import { readThumb } from './thumb.ts';

interface Parts {
  readonly followUpStore: FollowUpStore;
  readonly conversationStore: ConversationStore;
  readonly answerer: Pick<QuestionAnswerer, 'answer' | 'answerCard' | 'askBack' | 'read' | 'terms'>;
  /** Event that a message of ours answered; null when the message is not ours. */
  readonly causeOf: (eventId: string) => Promise<string | null>;
  readonly kept: OpenFollowUp['feedback'];
  /** Tells the operators of a report. */
  readonly onReport: (subject: Subject, reason: Reason | null) => Promise<void>;
  readonly log: Log;
}

/** What goes on once an answer is given: `!plus`, second turns, thumbs and reports. */
export interface AfterAnswers {
  readonly followUps: FollowUps;
  readonly conversations: Conversations;
  /** Null when no statistics are kept. */
  readonly feedback: Feedback | null;
  readonly reports: Reports;
  readonly onQuestion: OnQuestion;
  /** The answer to a choice that a reaction makes; null when it makes none. */
  tap(reaction: IncomingReaction, context: InterviewContext): Promise<Tapped | null>;
  /** A reaction that brought about nothing else, under our answer to `question`. Never rejects. */
  reacted(reaction: IncomingReaction, question: string): Promise<void>;
}

export const createAfterAnswers = ({
  followUpStore,
  conversationStore,
  answerer,
  causeOf,
  kept,
  onReport,
  log,
}: Parts): AfterAnswers => {
  const followUps = createFollowUps(followUpStore, causeOf);
  const conversations = createConversations({ store: conversationStore, answerer, causeOf });
  const terms = kept?.keepsTerms === true ? answerer.terms : null;
  const feedback = kept === null ? null : createFeedback({ store: kept.store, terms, log });
  const reports = createReports({
    latest: conversations.latest,
    turnOf: conversationStore.ofEvent,
    note: async (report) => feedback?.reported(report),
    alert: onReport,
  });
  const onQuestion: OnQuestion = async (question, answer, at) => {
    await Promise.all([followUps.remember(answer, at), conversations.remember(answer, at)]).catch(
      (error: unknown) => log.error('not-remembered', failureFields(error)),
    );
    await feedback?.asked(question, answer, at);
  };
  return {
    followUps,
    conversations,
    feedback,
    reports,
    onQuestion,
    tap: async ({ key, target }, context) => {
      const tapped = await conversations.tapped(key, await causeOf(target), context);
      if (tapped === null) return null;
      const { asked, cause, answer, question } = tapped;
      const conversation = { ...context.conversation, thread: asked.thread, eventId: cause };
      await onQuestion(question, answer, { ...context, conversation });
      return tapped;
    },
    reacted: async (reaction, question) => {
      await feedback?.reacted(reaction, question);
      if (readThumb(reaction.key)?.liked !== false) return;
      await reports
        .thumbDown(question, reaction.roomId)
        .catch((error: unknown) => log.error('feedback-failed', failureFields(error)));
    },
  };
};
