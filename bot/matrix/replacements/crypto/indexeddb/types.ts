/**
 * The part of IndexedDB that is used here. TypeScript has these types in its `dom` library only, which would declare
 * the whole browser to the rest of the project.
 */
export type Key = string | number | Key[];

/** An event of IndexedDB, of which more of the same can be made. */
export interface DatabaseEvent {
  readonly type: string;
  stopImmediatePropagation(): void;
}

interface Events {
  addEventListener(type: string, listener: (event: DatabaseEvent) => void): void;
  dispatchEvent(event: DatabaseEvent): unknown;
}

export interface Request<T = unknown> extends Events {
  readonly result: T;
  readonly error: Error | null;
}

interface OpenRequest extends Request<Database> {
  readonly transaction: Transaction | null;
}

interface Index {
  readonly name: string;
  readonly keyPath: string | string[];
  readonly unique: boolean;
  readonly multiEntry: boolean;
}

export interface Store {
  readonly name: string;
  readonly transaction: Transaction;
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly indexNames: Iterable<string>;
  index(name: string): Index;
  createIndex(
    name: string,
    keyPath: string | string[],
    options: { unique: boolean; multiEntry: boolean },
  ): Index;
  put(value: unknown, key?: Key): Request<Key>;
  add(value: unknown, key?: Key): Request<Key>;
  get(key: Key): Request;
  getAll(): Request<unknown[]>;
  getAllKeys(range?: unknown): Request<Key[]>;
  delete(range: unknown): Request;
  clear(): Request;
}

export interface Transaction extends Events {
  readonly mode: 'readonly' | 'readwrite' | 'versionchange';
  readonly db: Database;
  objectStore(name: string): Store;
}

export interface Database {
  readonly name: string;
  readonly version: number;
  readonly objectStoreNames: Iterable<string>;
  createObjectStore(
    name: string,
    options: { keyPath: string | string[] | null; autoIncrement: boolean },
  ): Store;
  transaction(stores: string | string[], mode?: 'readonly' | 'readwrite'): Transaction;
  close(): void;
}

interface Factory {
  open(name: string, version?: number): OpenRequest;
  deleteDatabase(name: string): Request;
}

export interface Cursor {
  readonly source: Store | { readonly objectStore: Store };
  readonly primaryKey: Key;
  delete(): Request;
  update(value: unknown): Request<Key>;
}

/** The constructors that fake-indexeddb puts on `globalThis`. */
export interface Globals {
  readonly indexedDB: Factory;
  readonly IDBFactory: { readonly prototype: Factory };
  readonly IDBDatabase: { readonly prototype: Database };
  readonly IDBObjectStore: { readonly prototype: Store };
  readonly IDBCursor: { readonly prototype: Cursor };
}

/** Resolves or rejects as the request does. */
export function settled<T>(request: Request<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}
