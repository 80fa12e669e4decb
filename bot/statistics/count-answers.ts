import type { AppParts } from '../app.ts';
import { type Clock, parisDate } from '../clock.ts';
import { failureFields } from '../log/failure.ts';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Statistics } from './statistics.ts';

export interface AnswerCounting {
  readonly metrics: () => Pick<Metrics, 'answered'>;
  readonly statistics: Statistics;
  /** 0: nothing is kept, only measured. */
  readonly days: number;
  readonly clock: Clock;
  readonly log: Pick<Log, 'error'>;
}

/** Counts each answer, in the metrics and in what is kept of usage. Never throws. */
export const countAnswers =
  ({ metrics, statistics, days, clock, log }: AnswerCounting): NonNullable<AppParts['onAnswer']> =>
  (answer, incoming, milliseconds) => {
    metrics().answered(answer, { milliseconds, sinceSent: clock.now() - incoming.sentAt });
    if (days === 0) return;
    statistics.count(parisDate(clock), answer, incoming).catch((error: unknown) => {
      log.error('not-counted', failureFields(error));
    });
  };
