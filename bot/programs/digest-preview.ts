import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readDate } from '../../knowledge/rules/time/iso-date.ts';
import { accountState } from '../administration/account.ts';
import { openRenewal } from '../administration/renewal.ts';
import { readArguments, usageError } from '../cli/arguments.ts';
import { parisDate, systemClock } from '../clock.ts';
import { compose } from '../compose.ts';
import { withCurrentRooms } from '../config/configured-rooms.ts';
import { loadConfig } from '../config/load.ts';
import type { Config } from '../config/schema.ts';
import { createCalendar } from '../digest/holidays.ts';
import { rehearsalText, rehearse } from '../digest/rehearse.ts';
import { createLog } from '../log/log.ts';
import { kindOf } from '../matrix/events/room-state.ts';
import { exitCodes, OperatorError } from '../operator-error.ts';
import { follow, readSuccessions } from '../queues/successions.ts';
import { typeset } from '../render/typeset.ts';
import { NO_RIGHTS } from '../rights/rights.ts';
import { DATABASE, type Database, openDatabase } from '../store/database.ts';
import { createQueues } from '../store/queues/open-queues.ts';
import { findRoom } from '../store/queues/rooms.ts';
import { createDigestLedger } from '../store/records/digest-ledger.ts';
import { createDigestStore } from '../store/records/digest-store.ts';
import { createRegisterStore } from '../store/records/register-store.ts';
import { storageTrouble } from '../store/sqlite-errors.ts';

const HELP = `Montre les digests d’un jour, sans rien envoyer ni écrire.

  npm run digest:preview -- --dry-run --config config.yaml                   aujourd’hui
  npm run digest:preview -- --dry-run --config config.yaml --at 2026-12-01   ce jour-là, à l’heure choisie par chaque salon
  npm run digest:preview -- --dry-run --data ./copie --at 2026-12-01         à partir d’une copie du dossier de données

Suppose que le robot tourne jusque-là et que rien ne change ni n’est acquitté entre-temps. Le robot garde sa base
pour lui seul : arrêtez-le d’abord, ou donnez par --data une copie de son dossier de données.

Code de sortie : 0, montré ; 64, ligne de commande ; 65, textes ; 74, dossier de données ; 75, robot en marche ;
78, configuration.
`;

/** @returns the exit code */
export const main = async (): Promise<number> => {
  const { values } = readArguments({
    options: {
      'dry-run': { type: 'boolean' },
      at: { type: 'string' },
      config: { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true) {
    process.stdout.write(typeset(HELP));
    return 0;
  }
  if (values['dry-run'] !== true)
    throw usageError(
      'Seul le robot envoie les digests. Pour les voir d’avance : --dry-run --config config.yaml',
    );
  const today = parisDate(systemClock);
  const day = values.at ?? today;
  if (readDate(day) === null)
    throw usageError(`Lu : --at ${day}. Attendu : un jour qui existe, par exemple --at 2026-12-01`);
  const config = values.config === undefined ? null : loadConfig(values.config);
  const folder = values.data ?? config?.data.folder;
  if (folder === undefined)
    throw usageError(
      'Il manque la configuration ou le dossier de données : --config config.yaml, ou --data ./data',
    );
  const database = await openExisting(join(folder, DATABASE));
  try {
    const rehearsals = await rehearse({ from: today, day }, await partsOf(database, config));
    process.stdout.write(typeset(`${rehearsalText(day, rehearsals)}\n`));
  } catch (error) {
    throw storageTrouble(error, join(folder, DATABASE)) ?? error;
  } finally {
    await database.destroy();
  }
  return 0;
};

const openExisting = (path: string): Promise<Database> => {
  if (existsSync(path)) return openDatabase(path);
  throw new OperatorError(
    `Il n’y a pas de base « ${path} ». Attendu : le dossier de données d’un robot qui a déjà démarré.`,
    exitCodes.storage,
  );
};

/** The same parts as the bot's, as far as a digest goes. */
const partsOf = async (database: Database, written: Config | null) => {
  const successions = await readSuccessions(createQueues(database));
  const config = written && withCurrentRooms(written, (roomId) => follow(successions, roomId));
  const renewal = await openRenewal(database, config?.homeserver.renewedOn ?? null);
  const { digest: tools } = compose({
    corpusFolder: config?.knowledge.corpusFolder ?? null,
    offersFile: config?.knowledge.offersFile ?? null,
    siteUrl: config?.site.url ?? null,
    language: 'fr',
    rights: NO_RIGHTS,
    registerStore: createRegisterStore(database),
    ...(config === null ? {} : { registerAccess: config.register }),
    digestStore: createDigestStore(database),
    account: {
      standing: (today) => accountState(renewal.day(), today),
      room: config?.administration.room ?? null,
    },
    clock: systemClock,
    log: createLog({ level: 'silent' }),
  });
  return {
    tools,
    calendar: createCalendar(),
    monthlyHeartbeat: config?.digest.monthlyHeartbeat ?? false,
    standings: await createDigestLedger(database).standings(),
    roomKind: async (roomId: string) => kindOf(await findRoom(database, roomId)),
  };
};
