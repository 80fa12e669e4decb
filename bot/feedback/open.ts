import { FOLLOW_UP_LASTS } from '../../commands/plus/follow-ups.ts';
import type { FollowUpStore } from '../../commands/plus/store.ts';
import { type Clock, parisDate } from '../clock.ts';
import type { Config } from '../config/schema.ts';
import { failureFields } from '../log/failure.ts';
import type { Log } from '../log/log.ts';
import type { Database } from '../store/database.ts';
import { createFeedbackStore } from '../store/feedback-store.ts';
import { createFollowUpStore } from '../store/follow-up-store.ts';
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
  /** Null when no statistics are kept. */
  readonly feedback: { readonly store: FeedbackStore; readonly keepsTerms: boolean } | null;
  /** An event was withdrawn by its author: nothing is kept of it. Never rejects. */
  withdrawn(eventId: string): Promise<void>;
  /** Stops forgetting. */
  close(): void;
}

/** Opens the stores, and forgets what has had its time: now, then every hour. */
export const openFollowUp = ({ database, config, clock, log }: FollowUpOptions): OpenFollowUp => {
  const followUps = createFollowUpStore(database);
  const store = createFeedbackStore(database);
  const days = config.retention.statisticsDays;
  const attempt = (act: () => Promise<void>) => (): Promise<void> =>
    act().catch((error: unknown) => log.error('not-forgotten', failureFields(error)));
  const forget = attempt(async () => {
    await followUps.forgetBefore(clock.now() - FOLLOW_UP_LASTS);
    await store.forget({ before: daysAgo(days, clock), linksBefore: daysAgo(LINKED_DAYS, clock) });
  });
  void forget();
  const timer = setInterval(forget, HOUR).unref();
  return {
    followUps,
    feedback: days === 0 ? null : { store, keepsTerms: config.statistics.lacunes },
    withdrawn: (eventId) =>
      attempt(async () => {
        await followUps.remove(eventId);
        await store.withdraw(eventId);
      })(),
    close: () => clearInterval(timer),
  };
};

/** Days during which a reaction finds its question. */
const LINKED_DAYS = 7;
const HOUR = 3_600_000;

const daysAgo = (days: number, clock: Clock): string =>
  Temporal.PlainDate.from(parisDate(clock)).subtract({ days }).toString();
