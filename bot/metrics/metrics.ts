import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Answer } from '../../knowledge/answer/answer.ts';
import type { Limited } from '../limits/notice.ts';
import { declareGauges } from './gauges.ts';
import type { GaugeSources } from './sources.ts';

/** How long an answer took, in milliseconds. */
export interface Timing {
  /** Of our own work. */
  readonly milliseconds: number;
  /** From the moment the message was sent to the moment its answer was ready. */
  readonly sinceSent: number;
}

/** What the bot counts since its start. Reading changes nothing. */
export interface Metrics {
  answered(answer: Answer, timing: Timing): void;
  limited(by: Limited): void;
  /** One answer of the homeserver. */
  homeserverAnswered(status: number): void;
  digestSent(): void;
  /** A digest that left after its time. */
  digestLate(): void;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Metrics in a registry of their own: two bots in one process do not mix. */
export const createMetrics = (sources: GaugeSources): Metrics => {
  const registry = new Registry();
  const counter = <T extends string>(name: string, help: string, labelNames: readonly T[] = []): Counter<T> =>
    new Counter({ name: `tchapbot_${name}`, help, labelNames: [...labelNames], registers: [registry] });
  const histogram = (name: string, help: string, buckets: readonly number[]) =>
    new Histogram({ name: `tchapbot_${name}`, help, buckets: [...buckets], registers: [registry] });

  const answers = counter('answers_total', 'Answers by kind', ['kind']);
  const refusals = counter('refusals_total', 'Answers that refuse or find nothing, by reason', ['reason']);
  const commands = counter('commands_total', 'Commands answered', ['command']);
  const choices = counter('choices_total', 'Choices made under a question asked back', ['by']);
  const reports = counter('reports_total', 'Answers reported by !signaler');
  const limited = counter('limited_total', 'Messages left without an answer by a limit', ['by']);
  const responses = counter('homeserver_responses_total', 'Answers of the homeserver', ['status']);
  const throttled = counter('homeserver_throttled_total', 'Answers 429 of the homeserver');
  const digestsSent = counter('digests_sent_total', 'Digests sent');
  const digestsLate = counter('digests_late_total', 'Digests sent after their time');
  const work = histogram('answer_seconds', 'Time to make an answer', WORK);
  const delay = histogram('answer_delay_seconds', 'From a message to its answer, queues included', DELAY);
  declareGauges(registry, sources);
  declareProcess(registry);

  return {
    answered: (answer, { milliseconds, sinceSent }) => {
      answers.inc({ kind: answer.kind });
      const reason = reasonOf(answer);
      if (reason !== null) refusals.inc({ reason });
      const command = answer.data?.command;
      if (command !== undefined && /^[a-z0-9]{1,24}$/.test(command)) commands.inc({ command });
      if (command === 'choix') choices.inc({ by: String(answer.data?.by) });
      if (command === 'signaler' && answer.kind === 'dialogue') reports.inc();
      work.observe(milliseconds / 1000);
      delay.observe(Math.max(0, sinceSent) / 1000);
    },
    limited: (by) => limited.inc({ by }),
    homeserverAnswered: (status) => {
      responses.inc({ status: String(status) });
      if (status === 429) throttled.inc();
    },
    digestSent: () => digestsSent.inc(),
    digestLate: () => digestsLate.inc(),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
};

const WORK = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const DELAY = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600];

/** Codes are ours, never words of a user. */
const reasonOf = (answer: Answer): string | null => {
  if (answer.kind === 'refused') return answer.code;
  return answer.kind === 'not-found' ? `${answer.reason.state}/${answer.reason.code}` : null;
};

/** The usual metrics of a process, without those that a scrape sets back to zero. */
const declareProcess = (registry: Registry): void => {
  collectDefaultMetrics({ register: registry });
  for (const { name } of registry.getMetricsAsArray()) {
    if (name.startsWith('nodejs_eventloop_lag')) registry.removeSingleMetric(name);
  }
};
