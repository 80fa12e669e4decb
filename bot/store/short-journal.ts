import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

const LOOK_MS = 1000;
/** However busy the database is, what was overwritten leaves the journal within this time. */
const LONGEST_MS = 15_000;

/**
 * Empties the journal (WAL) of a database as soon as nothing is being written, and every quarter of a minute otherwise:
 * `secure_delete` wipes the pages of the database, but the journal keeps their former images, hence texts that were
 * answered. Unfinished transactions are let finish. Gives what ends it.
 */
export const keepJournalShort = (database: DatabaseSync, path: string): (() => void) => {
  let seen = 0;
  let emptiedAt = performance.now();
  const look = (): void => {
    const size = bytesOf(`${path}-wal`);
    const isIdle = size === seen;
    seen = size;
    if (size === 0) emptiedAt = performance.now();
    if (size === 0 || !(isIdle || performance.now() - emptiedAt > LONGEST_MS)) return;
    if (emptyJournal(database)) seen = 0;
  };
  const timer = setInterval(look, LOOK_MS).unref();
  return () => clearInterval(timer);
};

/** @returns false when it could not be done now: a transaction is open, or the disk is full */
export const emptyJournal = (database: DatabaseSync): boolean => {
  if (database.isTransaction) return false;
  try {
    return database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy === 0;
  } catch {
    return false;
  }
};

const bytesOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
