import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cryptoStoreFile } from '@matrix-org/matrix-sdk-crypto-nodejs';
import type { BackupOutcome } from '../../commands/operations/operations.ts';
import type { Clock } from '../clock.ts';
import { failureFields } from '../log/failure.ts';
import type { Log } from '../log/log.ts';
import { copyBetweenTransactions, DATABASE, type Database } from '../store/database.ts';
import { refusalOf } from './refusals.ts';
import { settle } from './settle.ts';

export interface BackupOptions {
  readonly database: Database;
  readonly dataFolder: string;
  /** Where backups are put, each in a folder of its own. */
  readonly folder: string;
  /** How many are kept there. */
  readonly kept: number;
  /** Copies the keys into a file, in one turn. @throws before the start */
  readonly copyKeys: (file: string) => void;
  /** Makes the copy known for an old one if it is ever put back. */
  readonly outdate: () => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Copies the data folder of the running bot: both stores between two transactions, at one instant, then the small files.
 * A backup is there whole or not at all. One at a time.
 */
export const createBackup = (options: BackupOptions): (() => Promise<BackupOutcome>) => {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const mine = last.then(() => make(options));
    last = mine;
    return mine;
  };
};

const make = async (options: BackupOptions): Promise<BackupOutcome> => {
  const { folder, clock, log } = options;
  const start = performance.now();
  const name = new Date(clock.now()).toISOString().replaceAll(':', '');
  const draft = join(folder, UNFINISHED);
  try {
    // One folder, not its parents: a path with a typing error must not grow a tree.
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    mkdirSync(join(draft, CRYPTO), { mode: 0o700 });
    await copyInto(draft, options);
    const bytes = settle(draft, [DATABASE, join(CRYPTO, cryptoStoreFile)]);
    renameSync(draft, join(folder, name));
    await options.outdate().catch((error: unknown) => log.warn('backup-not-outdated', failureFields(error)));
    prune(options);
    const milliseconds = Math.round(performance.now() - start);
    log.info('backup-made', { bytes, milliseconds });
    return {
      kind: 'made',
      folder: join(folder, name),
      bytes,
      milliseconds,
      keyIncluded: existsSync(join(folder, name, STORE_KEY)),
    };
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    log.error('backup-failed', failureFields(error));
    return { kind: 'failed', message: refusalOf(error, folder) };
  }
};

const UNFINISHED = '.en-cours';
const CRYPTO = 'crypto';
const STORE_KEY = 'store.key';
const SMALL_FILES = ['session.json', STORE_KEY, 'recovery.key'];

const copyInto = async (draft: string, { database, dataFolder, copyKeys }: BackupOptions): Promise<void> => {
  await copyBetweenTransactions(database, join(draft, DATABASE), () =>
    copyKeys(join(draft, CRYPTO, cryptoStoreFile)),
  );
  for (const file of SMALL_FILES.map((name) => join(dataFolder, name)).filter((path) => existsSync(path)))
    copyFileSync(file, join(draft, basename(file)));
};

/** Only what this program has named is removed, the oldest first. */
const prune = ({ folder, kept }: BackupOptions): void => {
  const backups = readdirSync(folder)
    .filter(
      (name) => /^\d{4}-\d\d-\d\dT\d{6}\.\d{3}Z$/.test(name) && statSync(join(folder, name)).isDirectory(),
    )
    .sort();
  for (const name of backups.slice(0, Math.max(0, backups.length - kept)))
    rmSync(join(folder, name), { recursive: true });
};
