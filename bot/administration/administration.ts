import { setInterval } from 'node:timers';
import type { KnowledgeState } from '../../commands/operations/operations.ts';
import type { Answer } from '../../knowledge/answer/answer.ts';
import { type Clock, parisDate } from '../clock.ts';
import type { Config } from '../config/schema.ts';
import type { DigestReport } from '../digest/runner.ts';
import { keepListening } from '../health/listen.ts';
import { pagesOf } from '../health/pages.ts';
import { hindrances } from '../health/readiness.ts';
import { createHealthServer } from '../health/server.ts';
import { createStoreProbe } from '../health/store-probe.ts';
import { failureFields } from '../log/failure.ts';
import type { Log } from '../log/log.ts';
import { createMetrics, type Metrics } from '../metrics/metrics.ts';
import { announce } from '../outgoing.ts';
import { currentRoom } from '../queues/successions.ts';
import type { Statistics } from '../statistics/statistics.ts';
import type { Database } from '../store/database.ts';
import { createQueues } from '../store/queues/open-queues.ts';
import { HOUR } from '../time.ts';
import type { Transport } from '../transport.ts';
import { accountState } from './account.ts';
import { folderBytes } from './folder-bytes.ts';
import { firstMemory, observe } from './monitor.ts';
import { createNotify, type Notify } from './notify.ts';
import type { Renewal } from './renewal.ts';
import { notices } from './wording.ts';

export interface AdministrationOptions {
  readonly config: Pick<Config, 'administration' | 'http' | 'retention'>;
  readonly httpToken: string | null;
  readonly version: string;
  readonly database: Database;
  readonly statistics: Statistics;
  readonly renewal: Renewal;
  /** Folder of the keys. */
  readonly cryptoFolder: string;
  readonly knowledge: () => KnowledgeState;
  readonly transport: Pick<Transport, 'send' | 'status'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** What watches over the bot, and is watched from outside. */
export interface Administration {
  readonly metrics: Metrics;
  readonly notify: Notify;
  /** Counts digests, and tells of those that are late or missed. */
  readonly digests: DigestReport;
  /** Counts an answer 429 of the homeserver, and any other. */
  homeserverAnswered(status: number): void;
  started(): Promise<void>;
  /** To be called before the transport stops, which then sends the notice. */
  stopping(signal: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the health server and looks at the bot every few seconds, until `close`. */
export const openAdministration = (options: AdministrationOptions): Administration => {
  const { config, version, database, transport, knowledge, renewal, clock, log } = options;
  const now = (): number => clock.now();
  const today = (): string => parisDate(clock);
  const status = () => transport.status();
  const corpusVersion = (): string => knowledge().corpus.version;
  const storeWritable = createStoreProbe(database, now);
  const metrics = createMetrics({
    version,
    status,
    corpusVersion,
    catalogueDate: () => knowledge().catalogue.date,
    renewedOn: renewal.day,
    today,
    cryptoBytes: () => folderBytes(options.cryptoFolder),
    ready: async () => hindrances(status(), await storeWritable(), now()).length === 0,
    now,
  });
  const adminRoom = config.administration.room;
  const queues = createQueues(database);
  const post = async (text: string, cause: string): Promise<void> => {
    if (adminRoom === null) return;
    const roomId = await currentRoom(queues, adminRoom);
    await transport.send(announce(roomId, sentence(text, today(), corpusVersion()), cause));
  };
  const notify = createNotify({ queues, adminRoom, post, now, log });
  const { host, port } = config.http;
  const pages = pagesOf({ version, status, storeWritable, now, metrics });
  const server =
    port === null
      ? null
      : keepListening(
          createHealthServer({ token: options.httpToken, pages, log }),
          { host, port },
          { log, onFailure: (code) => void notify(notices.healthUnavailable(code)) },
        );

  let throttled = 0;
  let memory = firstMemory(now());
  const look = async (): Promise<void> => {
    const account = accountState(renewal.day(), today());
    const seen = observe(memory, { now: now(), status: status(), throttled, account });
    memory = seen.memory;
    if (seen.renewed) await renewal.note(today());
    for (const notice of seen.notices) await notify(notice);
  };
  const forget = (): Promise<void> => {
    const kept = Temporal.PlainDate.from(today()).subtract({ days: config.retention.statisticsDays });
    return options.statistics.forgetBefore(kept.toString());
  };
  const watching = [every(LOOK_MS, look, log), every(FORGET_MS, forget, log)];

  return {
    metrics,
    notify,
    digests: {
      sent: ({ roomId, period, late }) => {
        metrics.digestSent();
        if (!late) return;
        metrics.digestLate();
        void notify(notices.digestLate(roomId, period));
      },
      missed: ({ roomId, period }) => void notify(notices.digestMissed(roomId, period)),
    },
    homeserverAnswered: (code) => {
      metrics.homeserverAnswered(code);
      if (code === 429) throttled += 1;
    },
    started: () => notify(notices.started(version, corpusVersion())),
    stopping: (signal) => notify(notices.stopping(signal)),
    close: async () => {
      for (const timer of watching) clearInterval(timer);
      await server?.close();
    },
  };
};

const sentence = (text: string, asOf: string, corpusVersion: string): Answer => ({
  kind: 'dialogue',
  lang: 'fr',
  title: '',
  blocks: [{ kind: 'paragraph', text: [text] }],
  citations: [],
  notices: [],
  asOf,
  corpusVersion,
});

const LOOK_MS = 5000;
const FORGET_MS = HOUR;

/** Does something now and then, one run at a time; what it throws is logged. */
const every = (milliseconds: number, act: () => Promise<void>, log: Log): NodeJS.Timeout => {
  let busy = false;
  const run = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    await act().catch((error: unknown) => log.error('watch-failed', failureFields(error)));
    busy = false;
  };
  void run();
  return setInterval(run, milliseconds).unref();
};
