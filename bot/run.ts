import { join } from 'node:path';
import { accountState } from './administration/account.ts';
import { type Administration, openAdministration } from './administration/administration.ts';
import { createOperations } from './administration/operations.ts';
import { openRenewal } from './administration/renewal.ts';
import { notices } from './administration/wording.ts';
import { openBackup } from './backup/open.ts';
import { type Clock, systemClock } from './clock.ts';
import { type Bot, compose } from './compose.ts';
import { readAuthorities } from './config/authorities.ts';
import { readCredentials, readEncryptionKeys } from './config/credentials.ts';
import { readHttpToken } from './config/http-token.ts';
import { checkProxy } from './config/proxy.ts';
import type { Config } from './config/schema.ts';
import { openDigest } from './digest/open.ts';
import { openFollowUp } from './feedback/open.ts';
import { withLimits } from './limits/limits.ts';
import type { LoadedParts } from './load-parts.ts';
import { createLog, type Log, levelFrom } from './log/log.ts';
import { cryptoFolder } from './matrix/encryption/open-encryption.ts';
import { configureRoute } from './matrix/http/http-route.ts';
import type { TchapOptions } from './matrix/options.ts';
import type { TchapTransport } from './matrix/transport.ts';
import type { OperatorError } from './operator-error.ts';
import { prepareDataFolder } from './process/data-folder.ts';
import { forgetEveryHour } from './process/retention.ts';
import { sayRetrying } from './process/say-retrying.ts';
import type { StopSignal } from './process/shutdown.ts';
import { transportSettings } from './process/transport-settings.ts';
import { logUnhandled } from './process/unhandled.ts';
import { readVersion } from './process/version.ts';
import { reloadable } from './reload/reloadable.ts';
import { serviceKnowledge } from './reload/service-knowledge.ts';
import { renderParts } from './render/parts.ts';
import { openRoomKeeping } from './room-settings/room-keeping.ts';
import { countAnswers } from './statistics/count-answers.ts';
import { createStatistics } from './statistics/statistics.ts';
import { recentUsage } from './statistics/usage.ts';
import { DATABASE, type Database, openDatabase } from './store/database.ts';
import { createQueues } from './store/queues/open-queues.ts';
import { createSaidToday } from './store/records/said-today.ts';
import { openRoomRecords } from './store/room-records.ts';
import { storageTrouble } from './store/sqlite-errors.ts';
import { takeBack } from './take-back.ts';

export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly createTransport: (options: TchapOptions) => TchapTransport;
  /** Resolves when the bot is asked to stop. */
  readonly stopped: Promise<StopSignal>;
  /** Receives the lines of the log; standard output by default. */
  readonly write?: (line: string) => void;
  /** That of the machine by default. */
  readonly clock?: Clock;
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
  const httpToken = readHttpToken(config, env);
  const authorities = readAuthorities(config);
  checkProxy(config, env);
  prepareDataFolder(config.data.folder);
  const database = await openDatabase(join(config.data.folder, DATABASE));
  const forget = logUnhandled(log);
  try {
    return await runOn(database, config, {
      ...surroundings,
      log,
      credentials,
      encryption,
      httpToken,
      authorities,
    });
  } catch (error) {
    throw storageTrouble(error, join(config.data.folder, DATABASE)) ?? error;
  } finally {
    await database.destroy();
    forget();
    log.info('stopped');
  }
};

interface Opened extends Surroundings, Pick<TchapOptions, 'credentials' | 'encryption'> {
  readonly log: Log;
  readonly httpToken: string | null;
  readonly authorities: string | undefined;
}

const runOn = async (database: Database, config: Config, opened: Opened): Promise<number> => {
  const { createTransport, stopped, log, credentials, encryption, clock = systemClock } = opened;
  const fatal = Promise.withResolvers<OperatorError>();
  const queues = createQueues(database);
  const records = openRoomRecords(database);
  const statistics = createStatistics(database);
  const followUp = openFollowUp({ database, config, clock, log });
  const renewal = await openRenewal(database, config.homeserver.renewedOn);
  const rooms = await openRoomKeeping({
    config,
    queues,
    roomSettings: records.roomSettings,
    move: records.move,
    notify: (notice) => administration.notify(notice),
    corpusVersion: () => bot.knowledge.corpus.version,
    clock,
    log,
  });
  const version = readVersion();
  const operations = createOperations({
    version,
    knowledge: () => bot.knowledge,
    reload: () => bot.reload(),
    status: () => transport.status(),
    leave: (roomId) => transport.leave(roomId),
    nameOf: (roomId) => transport.nameOf(roomId),
    backUp: () => backup.make(),
    verifying: () => transport.verifying,
    renewedOn: renewal.day,
    usage: async () => (config.retention.statisticsDays === 0 ? [] : recentUsage(statistics, clock)),
    database,
    adminRoom: rooms.adminRoom,
    replaced: rooms.replaced.list,
    userId: config.homeserver.userId,
    clock,
    log,
  });
  const onAnswer = countAnswers({
    metrics: () => administration.metrics,
    statistics,
    days: config.retention.statisticsDays,
    clock,
    log,
  });
  const { sources, cache, again } = serviceKnowledge(config);
  const build = (loaded?: LoadedParts): Bot =>
    compose({
      ...sources,
      cache,
      loaded,
      language: config.language,
      rights: rooms.rights,
      powerLevel: (roomId, sender, needed) => transport.powerLevel(roomId, sender, needed),
      ...records,
      registerAccess: rooms.registerAccess,
      account: {
        standing: (today) => accountState(renewal.day(), today),
        get room() {
          return rooms.adminRoom();
        },
      },
      operations,
      ...followUp,
      referents: followUp.referentsBy(rooms.referentsRoom, (sent) => transport.send(sent)),
      onReport: (subject, reason) => administration.notify(notices.reported(subject, reason)),
      saidToday: createSaidToday(database, () => clock.now()),
      causeOf: queues.outbox.causeOf,
      onAnswer,
      clock,
      log,
    });
  const bot = reloadable(build, again);
  configureRoute({
    authorities: opened.authorities,
    proxy: config.homeserver.proxy,
    pacingMs: config.pacing.millisecondsBetweenMessages,
    onAnswer: (status) => administration.homeserverAnswered(status),
  });
  const transport = createTransport({
    ...transportSettings(config),
    credentials,
    queues,
    encryption,
    now: () => clock.now(),
    log,
    render: renderParts,
    overhears: bot.overhears,
    ...rooms.hooks,
    withdrawn: takeBack({ followUp, bot, transport: () => transport, log }),
    onDoubt: sayRetrying,
    onStorageTrouble: sayRetrying,
    onFatal: fatal.resolve,
  });
  const administration: Administration = openAdministration({
    config,
    httpToken: opened.httpToken,
    version,
    database,
    statistics,
    renewal,
    cryptoFolder: cryptoFolder(config.data.folder),
    knowledge: () => bot.knowledge,
    transport,
    clock,
    log,
  });
  const handler = withLimits(bot.handler, {
    ...config.limits,
    isInterviewed: bot.isInterviewed,
    clock,
    log,
    corpusVersion: () => bot.knowledge.corpus.version,
    onLimited: administration.metrics.limited,
    send: (outgoing) => transport.send(outgoing),
  });
  const digests = openDigest({
    ...config.digest,
    database,
    tools: () => bot.digest,
    transport,
    clock,
    log,
    report: administration.digests,
  });
  const backup = openBackup({ config, database, transport, notify: administration.notify, clock, log });
  const forgetting = forgetEveryHour(async () => {
    await records.forget(clock.now());
    await followUp.forget();
  }, log);
  try {
    const asked = Promise.race([stopped, fatal.promise]);
    const started = transport.start(handler).then(() => {
      log.info('started');
      digests.start();
      return administration.started().then(rooms.tellReplaced);
    });
    const end = await Promise.race([asked, started.then(() => asked)]);
    if (typeof end !== 'string') throw end;
    log.info('stopping', { signal: end });
    await administration.stopping(end);
    return 0;
  } finally {
    clearInterval(forgetting);
    backup.close();
    await digests.stop();
    await transport.stop();
    await administration.close();
  }
};
