import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { exitCodes, OperatorError } from '../operator-error.ts';
import { nodeSqliteDialect } from './dialect.ts';
import { migrations as all } from './migrations/index.ts';
import type { Schema } from './schema.ts';
import { emptyJournal, keepJournalShort } from './short-journal.ts';
import { storageTrouble } from './sqlite-errors.ts';

/** Name of the database in the data folder. */
export const DATABASE = 'bot.sqlite';

const MEMORY = ':memory:';

/** The database of the bot. Inside `transaction().execute(…)`, use only the transaction: there is one connection. */
export type Database = Kysely<Schema>;

/**
 * Opens (or creates) the database file, locks it for this process and brings its schema up to date.
 * `:memory:` gives one for tests. Close it with `destroy()`.
 * @throws OperatorError in French when the file is locked, damaged, unwritable or newer than this version.
 */
export const openDatabase = async (
  path: string,
  migrations: Readonly<Record<string, Migration>> = all,
): Promise<Database> => {
  let file: DatabaseSync | undefined;
  try {
    file = new DatabaseSync(path, { timeout: 2000 });
    // EXCLUSIVE before WAL: a second process on the same folder is refused at its first read.
    file.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    // The journal grows by 64 pages (256 KB) at most: a small disk is not filled by what is emptied a moment later.
    file.exec('PRAGMA wal_autocheckpoint = 64');
    // Texts are emptied once answered: their bytes must not stay in free pages.
    file.exec('PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; BEGIN EXCLUSIVE; COMMIT');
    check(file, path);
    const database = new Kysely<Schema>({
      dialect: nodeSqliteDialect(file, path === MEMORY ? () => {} : keepJournalShort(file, path)),
    });
    await migrate(database, migrations, path);
    files.set(database, file);
    // What a killed process left in it.
    emptyJournal(file);
    return database;
  } catch (error) {
    file?.close();
    throw storageTrouble(error, path) ?? error;
  }
};

/** The file behind each database: a copy is made in one turn, which Kysely's promises would cut. */
const files = new WeakMap<Database, DatabaseSync>();

/**
 * Copies the database into a new file between two transactions, and in the same turn does what is to be of the same instant.
 * @throws when the file exists or cannot be written
 */
export const copyBetweenTransactions = (
  database: Database,
  path: string,
  alongside: () => void,
): Promise<void> =>
  // Whoever holds the one connection knows that no transaction is open.
  database.connection().execute(async () => {
    const file = files.get(database);
    if (file === undefined) throw new Error('not a database of openDatabase');
    file.prepare('VACUUM INTO ?').run(path);
    alongside();
  });

const check = (file: DatabaseSync, path: string): void => {
  const result = Object.values(file.prepare('PRAGMA quick_check(1)').get() ?? {})[0];
  if (result !== 'ok') throw storageTrouble(Object.assign(new Error(String(result)), { errcode: 11 }), path);
};

const migrate = async (
  database: Database,
  migrations: Readonly<Record<string, Migration>>,
  path: string,
): Promise<void> => {
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true });
  if (tables.some(({ name }) => name === 'kysely_migration')) {
    const { rows } = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(database);
    const unknown = rows.filter(({ name }) => !Object.hasOwn(migrations, name));
    if (unknown.length > 0)
      throw new OperatorError(
        `La base « ${path} » a été créée par une version plus récente du robot (étape « ${unknown.map(({ name }) => name).join(' », « ')} » inconnue). Relancez cette version-là, ou remettez en place une sauvegarde antérieure à la mise à jour.`,
        exitCodes.storage,
      );
  }
  const { error } = await new Migrator({
    db: database,
    provider: { getMigrations: async () => ({ ...migrations }) },
  }).migrateToLatest();
  if (error !== undefined) throw error;
};
