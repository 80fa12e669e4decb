import { CHOICES_LAST } from '../../commands/conversation/conversations.ts';
import type { ConversationStore } from '../../commands/conversation/store.ts';
import { FOLLOW_UP_LASTS } from '../../commands/plus/follow-ups.ts';
import type { FollowUpStore } from '../../commands/plus/store.ts';
import { PENDING_LASTS } from '../../commands/transmettre/store.ts';
import { type Clock, parisDate } from '../clock.ts';
import type { Config } from '../config/schema.ts';
import { failureFields } from '../log/failure.ts';
import type { Log } from '../log/log.ts';
import type { ReferentsParts } from '../referents/referents.ts';
import type { Database } from '../store/database.ts';
import { createConversationStore } from '../store/records/conversation-store.ts';
import { createFeedbackStore } from '../store/records/feedback-store.ts';
import { createFollowUpStore } from '../store/records/follow-up-store.ts';
import { createReferralStore } from '../store/records/referral-store.ts';
import { DAY } from '../time.ts';
import type { FeedbackStore } from './store.ts';

export interface FollowUpOptions {
  readonly database: Database;
  readonly config: Pick<Config, 'retention' | 'statistics'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** What the bot keeps once it has answered, and its terms. */
export interface OpenFollowUp {
  readonly followUps: FollowUpStore;
  readonly conversations: ConversationStore;
  /** The way to the referents: their room, read at each use, and what sends messages. */
  readonly referentsBy: (room: () => string | null, send: ReferentsParts['send']) => ReferentsParts;
  /** Null when no statistics are kept. */
  readonly feedback: { readonly store: FeedbackStore; readonly keepsTerms: boolean } | null;
  /** An event was withdrawn by its author: nothing is kept of it. Never rejects. */
  withdrawn(eventId: string): Promise<void>;
  /** Forgets what has had its time. */
  forget(): Promise<void>;
}

export const openFollowUp = ({ database, config, clock, log }: FollowUpOptions): OpenFollowUp => {
  const followUps = createFollowUpStore(database);
  const conversations = createConversationStore(database);
  const store = createFeedbackStore(database);
  const referrals = createReferralStore(database);
  const days = config.retention.statisticsDays;
  return {
    followUps,
    conversations,
    referentsBy: (room, send) => ({
      get room() {
        return room();
      },
      store: referrals,
      send,
    }),
    feedback: days === 0 ? null : { store, keepsTerms: config.statistics.lacunes },
    withdrawn: async (eventId) => {
      try {
        await followUps.remove(eventId);
        await conversations.remove(eventId);
        await referrals.remove(eventId);
        await store.withdraw(eventId);
      } catch (error) {
        log.error('not-forgotten', failureFields(error));
      }
    },
    forget: async () => {
      await followUps.forgetBefore(clock.now() - FOLLOW_UP_LASTS);
      await conversations.forgetBefore(clock.now() - CHOICES_LAST);
      await referrals.forget({
        pendingBefore: clock.now() - PENDING_LASTS,
        sentBefore: clock.now() - config.retention.messagesDays * DAY,
      });
      await store.forget({ before: daysAgo(days, clock), linksBefore: daysAgo(LINKED_DAYS, clock) });
    },
  };
};

/** Days during which a reaction finds its question. */
const LINKED_DAYS = 7;

const daysAgo = (days: number, clock: Clock): string =>
  Temporal.PlainDate.from(parisDate(clock)).subtract({ days }).toString();
