import { join } from 'node:path';
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
import { openDatabase } from './store/database.ts';

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
export const runBot = async (
  config: Config,
  { env, createTransport, stopped, write }: Surroundings,
): Promise<number> => {
  const log = createLog({
    level: levelFrom(env, config.log.level),
    ...(write === undefined ? {} : { write }),
  });
  prepareDataFolder(config.data.folder);
  const credentials = readCredentials(config, env);
  const encryption = readEncryptionKeys(config, env);
  const database = await openDatabase(join(config.data.folder, DATABASE));
  const fatal = Promise.withResolvers<OperatorError>();
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
    overhears: async () => false,
    onFatal: fatal.resolve,
  });
  const forget = logUnhandled(log);
  try {
    const handler = compose({
      ...config.knowledge,
      language: config.language,
      operators: config.administration.operators,
      isModerator: (roomId, sender) => transport.isModerator(roomId, sender),
      clock: systemClock,
      log,
    });
    const asked = Promise.race([stopped, fatal.promise]);
    const started = transport.start(handler).then(() => log.info('started'));
    const end = await Promise.race([asked, started.then(() => asked)]);
    if (typeof end !== 'string') throw end;
    log.info('stopping', { signal: end });
    return 0;
  } finally {
    await transport.stop();
    await database.destroy();
    forget();
    log.info('stopped');
  }
};

/** Name of the database in the data folder. */
const DATABASE = 'bot.sqlite';

/**
 * A promise that nobody waits for (the SDK leaves some) must not end the process: it is logged.
 * Gives what undoes it.
 */
const logUnhandled = (log: Log): (() => void) => {
  const listener = (reason: unknown): void => log.error('unhandled-rejection', failureFields(reason));
  process.on('unhandledRejection', listener);
  return () => process.off('unhandledRejection', listener);
};
