import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { deserialize, serialize } from 'node:v8';
import { CryptoStoreError, type CryptoStoreErrorCode } from '../errors.ts';
import type { Operation } from './recorder.ts';
import type { DatabaseSchema } from './schema.ts';
import type { Key } from './types.ts';

export interface DiskRecord {
  readonly store: string;
  readonly key: Key;
  readonly value: unknown;
}

/** Number in the file's `user_version`; to be raised with any change of the tables below. */
const FORMAT_VERSION = 1;
const tables = `
  CREATE TABLE IF NOT EXISTS databases (name TEXT PRIMARY KEY, schema TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS records (
    database TEXT NOT NULL, store TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL,
    PRIMARY KEY (database, store, key)
  ) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${FORMAT_VERSION};`;

/** SQLite's result codes: https://www.sqlite.org/rescode.html */
const codes: Readonly<Record<number, CryptoStoreErrorCode>> = { 5: 'locked', 11: 'corrupt', 26: 'corrupt' };

/** The file that holds what IndexedDB holds in memory. One process only; one transaction per transaction. */
export class Disk {
  readonly #db: DatabaseSync;
  /** Something may be in the journal: what a killed process left, to begin with. */
  #written = true;

  /** Opens and locks, or creates with mode 0600. Throws `CryptoStoreError`: locked, corrupt, unknown-schema, unreadable. */
  constructor(file: string) {
    try {
      // SQLite gives its journal the mode of the file, so it is enough to create the file first.
      closeSync(openSync(file, 'a', 0o600));
      this.#db = new DatabaseSync(file, { timeout: 0 });
      this.#db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
      // The journal grows by 64 pages (256 KB) at most: a small disk is not filled by what is emptied a moment later.
      this.#db.exec('PRAGMA wal_autocheckpoint = 64');
      // Keys that were given up must not stay in free pages.
      this.#db.exec('PRAGMA secure_delete = ON');
      // The lock is taken at the first write: now, so that a second process learns it at once.
      this.#db.exec('BEGIN IMMEDIATE; COMMIT');
      this.#check();
      this.#db.exec(tables);
    } catch (error) {
      throw storeError(error, 'unreadable', `Cannot open ${file}`);
    }
  }

  #check(): void {
    const version = this.#db.prepare('PRAGMA user_version').get()?.user_version;
    if (version !== 0 && version !== FORMAT_VERSION) {
      throw new CryptoStoreError('unknown-schema', `Format ${version}, this version reads ${FORMAT_VERSION}`);
    }
    const found = this.#db.prepare('PRAGMA quick_check(1)').get()?.quick_check;
    if (found !== 'ok') throw new CryptoStoreError('corrupt', String(found));
  }

  /** Writes all or nothing. Throws `CryptoStoreError` commit-failed: memory is then ahead of the disk. */
  commit(database: string, operations: readonly Operation[], schema?: DatabaseSchema): void {
    this.#transaction(() => {
      if (schema !== undefined) this.#saveSchema(schema);
      for (const operation of operations) this.#apply(database, operation);
    });
  }

  drop(database: string): void {
    this.#transaction(() => {
      this.#db.prepare('DELETE FROM databases WHERE name = ?').run(database);
      this.#db.prepare('DELETE FROM records WHERE database = ?').run(database);
    });
  }

  schemas(): DatabaseSchema[] {
    const rows = this.#db.prepare('SELECT schema FROM databases').all();
    return rows.map((row) => JSON.parse(String(row.schema)) as DatabaseSchema);
  }

  *records(database: string): Generator<DiskRecord> {
    const rows = this.#db.prepare('SELECT store, key, value FROM records WHERE database = ?');
    for (const { store, key, value } of rows.iterate(database)) {
      yield {
        store: String(store),
        key: JSON.parse(String(key)) as Key,
        value: deserialize(value as Uint8Array),
      };
    }
  }

  /** Empties the journal, which keeps former images of pages; to be called now and then. Silent when it cannot be done. */
  emptyJournal(): void {
    if (!this.#written) return;
    try {
      this.#written = this.#db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy !== 0;
    } catch {
      // A full disk: the next commit says so.
    }
  }

  /** Copies the store into a new file, in one turn: no transaction is ever open between two. */
  copyTo(file: string): void {
    this.#db.prepare('VACUUM INTO ?').run(file);
  }

  close(): void {
    this.#db.close();
  }

  #transaction(work: () => void): void {
    try {
      this.#written = true;
      this.#db.exec('BEGIN IMMEDIATE');
      work();
      this.#db.exec('COMMIT');
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw new CryptoStoreError('commit-failed', 'Cannot write the crypto store', { cause: error });
    }
  }

  #saveSchema(schema: DatabaseSchema): void {
    this.#db
      .prepare('INSERT INTO databases VALUES (?, ?) ON CONFLICT DO UPDATE SET schema = excluded.schema')
      .run(schema.name, JSON.stringify(schema));
    const kept = JSON.stringify(schema.stores.map((store) => store.name));
    this.#db
      .prepare('DELETE FROM records WHERE database = ? AND store NOT IN (SELECT value FROM json_each(?))')
      .run(schema.name, kept);
  }

  #apply(database: string, operation: Operation): void {
    const { kind, store } = operation;
    if (kind === 'clear') {
      this.#db.prepare('DELETE FROM records WHERE database = ? AND store = ?').run(database, store);
      return;
    }
    const key = encodeKey(operation.key);
    if (kind === 'delete') {
      this.#db
        .prepare('DELETE FROM records WHERE database = ? AND store = ? AND key = ?')
        .run(database, store, key);
      return;
    }
    this.#db
      .prepare('INSERT INTO records VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
      .run(database, store, key, serialize(operation.value));
  }
}

/** The disk is full, failing, or read-only: what cannot be written now may be written later. */
export const mayPass = (error: unknown): boolean => {
  const cause = error instanceof CryptoStoreError ? error.cause : error;
  const errcode = cause instanceof Error && 'errcode' in cause ? Number(cause.errcode) & 0xff : 0;
  return [8, 10, 13, 14].includes(errcode);
};

/** Dates and bytes are keys of IndexedDB too, but would not come back from JSON as they went. */
function encodeKey(key: Key): string {
  const plain = (part: Key): boolean =>
    typeof part === 'string' || typeof part === 'number' || (Array.isArray(part) && part.every(plain));
  if (!plain(key)) throw new TypeError('IndexedDB key that is neither text, nor number, nor a list of them');
  return JSON.stringify(key);
}

function storeError(error: unknown, otherwise: CryptoStoreErrorCode, message: string): CryptoStoreError {
  if (error instanceof CryptoStoreError) return error;
  const errcode = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  return new CryptoStoreError(codes[errcode] ?? otherwise, message, { cause: error });
}
