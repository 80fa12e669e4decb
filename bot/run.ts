import { join } from 'node:path';
import { DRAFT_LASTS } from '../commands/derogation/import.ts';
import { FORGOTTEN_AFTER } from '../commands/interview/interviews.ts';
import type { InterviewStore } from '../commands/interview/store.ts';
import type { RegisterStore } from '../knowledge/register/store.ts';
import { systemClock } from './clock.ts';
import { compose } from './compose.ts';
import { readCredentials, readEncryptionKeys } from './config/credentials.ts';
import type { Config } from './config/schema.ts';
import { prepareDataFolder } from './data-folder.ts';
import { failureFields } from './log/failure.ts';
import { createLog, type Log, levelFrom } from './log/log.ts';
import type { TchapOptions } from './matrix/options.ts';
import type { TchapTransport } from './matrix/transport.ts';
import type { OperatorError } from './operator-error.ts';
import { renderParts } from './render/parts.ts';
import type { StopSignal } from './shutdown.ts';
import { type Database, openDatabase } from './store/database.ts';
import { createInterviewStore } from './store/interviews.ts';
import { causeOf } from './store/outbox.ts';
import { createRegisterStore } from './store/register-store.ts';

export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly createTransport: (options: TchapOptions) => TchapTransport;
  /** Resolves when the bot is asked to stop. */
  readonly stopped: Promise<StopSignal>;
  /** Receives the lines of the log; standard output by default. */
  readonly write?: (line: string) => void;
}

/**
 * Runs the bot on Tchap until it is asked to stop; resolves with the exit code.
 * @throws OperatorError when only the operator can put it right, at the start or later (token revoked…)
 */
export const runBot = async (config: Config, surroundings: Surroundings): Promise<number> => {
  const { env, write } = surroundings;
  const log = createLog({
    level: levelFrom(env, config.log.level),
    ...(write === undefined ? {} : { write }),
  });
  const credentials = readCredentials(config, env);
  const encryption = readEncryptionKeys(config, env);
  prepareDataFolder(config.data.folder);
  const database = await openDatabase(join(config.data.folder, DATABASE));
  const forget = logUnhandled(log);
  try {
    return await runOn(database, config, { ...surroundings, log, credentials, encryption });
  } finally {
    await database.destroy();
    forget();
    log.info('stopped');
  }
};

type Opened = Surroundings & { readonly log: Log } & Pick<TchapOptions, 'credentials' | 'encryption'>;

const runOn = async (
  database: Database,
  config: Config,
  { createTransport, stopped, log, credentials, encryption }: Opened,
): Promise<number> => {
  const fatal = Promise.withResolvers<OperatorError>();
  const interviewStore = createInterviewStore(database);
  const registerStore = createRegisterStore(database);
  const bot = compose({
    ...config.knowledge,
    language: config.language,
    operators: config.administration.operators,
    isModerator: (roomId, sender) => transport.isModerator(roomId, sender),
    interviewStore,
    registerStore,
    registerAccess: config.register,
    causeOf: (eventId) => causeOf(database, eventId),
    clock: systemClock,
    log,
  });
  const transport = createTransport({
    homeserverUrl: config.homeserver.url,
    userId: config.homeserver.userId,
    credentials,
    dataFolder: config.data.folder,
    database,
    encryption,
    invitations: config.invitations,
    externals: config.externals,
    bots: config.bots,
    adminRoom: config.administration.room,
    pacingMs: config.pacing.millisecondsBetweenMessages,
    now: systemClock.now,
    log,
    render: renderParts,
    overhears: bot.overhears,
    moved: (from, to) => registerStore.move(from, to),
    onFatal: fatal.resolve,
  });
  const forgetting = forgetOld(interviewStore, registerStore, log);
  try {
    const asked = Promise.race([stopped, fatal.promise]);
    const started = transport.start(bot.handler).then(() => log.info('started'));
    const end = await Promise.race([asked, started.then(() => asked)]);
    if (typeof end !== 'string') throw end;
    log.info('stopping', { signal: end });
    return 0;
  } finally {
    clearInterval(forgetting);
    await transport.stop();
  }
};

/** Name of the database in the data folder. */
const DATABASE = 'bot.sqlite';

/**
 * Keeps the promise made to users: the answers of an interview and the tables of a dry run are deleted after a day.
 * Now, then every hour.
 */
const forgetOld = (
  interviews: InterviewStore,
  register: Pick<RegisterStore, 'forgetDrafts'>,
  log: Log,
): NodeJS.Timeout => {
  const forget = async (): Promise<void> => {
    try {
      await interviews.forgetBefore(systemClock.now() - FORGOTTEN_AFTER);
      await register.forgetDrafts(systemClock.now() - DRAFT_LASTS);
    } catch (error) {
      log.error('not-forgotten', failureFields(error));
    }
  };
  void forget();
  return setInterval(forget, HOUR).unref();
};

const HOUR = 3_600_000;

/**
 * A promise that nobody waits for (the SDK leaves some) must not end the process: it is logged.
 * Gives what undoes it.
 */
const logUnhandled = (log: Log): (() => void) => {
  const listener = (reason: unknown): void => log.error('unhandled-rejection', failureFields(reason));
  process.on('unhandledRejection', listener);
  return () => process.off('unhandledRejection', listener);
};
