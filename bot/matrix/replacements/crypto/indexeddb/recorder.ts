import { type DatabaseSchema, schemaOf } from './schema.ts';
import type { Cursor, Database, DatabaseEvent, Globals, Key, Request, Store, Transaction } from './types.ts';

export type Operation =
  | { readonly kind: 'put'; readonly store: string; readonly key: Key; readonly value: unknown }
  | { readonly kind: 'delete'; readonly store: string; readonly key: Key }
  | { readonly kind: 'clear'; readonly store: string };

/**
 * Is told what each finished transaction wrote, before whoever made the transaction hears that it is finished: at once
 * when the outcome is null, else once the promise is fulfilled; never when it stays pending.
 */
export interface Sink {
  /** While false nothing is recorded: the database is being filled from the disk. */
  readonly recording: boolean;
  written(database: string, operations: readonly Operation[]): Promise<void> | null;
  upgraded(schema: DatabaseSchema, operations: readonly Operation[]): Promise<void> | null;
  deleted(database: string): Promise<void> | null;
}

/** A write that was asked for; what it did is known once its request has succeeded. */
type Pending = () => readonly Operation[];

/**
 * Wraps the writing methods of IndexedDB, once per process. Only the public interface is used, and the events of a
 * transaction reach its listeners in the order in which they were added: ours is added when the transaction is made.
 */
export function recordWrites(
  { IDBFactory, IDBDatabase, IDBObjectStore, IDBCursor }: Globals,
  sink: Sink,
): void {
  const journal = new WeakMap<Transaction, Pending[]>();
  const note = (store: Store, pending: Pending): void => {
    journal.get(store.transaction)?.push(pending);
  };
  const operationsOf = (pending: readonly Pending[]): Operation[] => pending.flatMap((write) => write());

  wrap(
    IDBDatabase.prototype,
    'transaction',
    (original) =>
      function (this: Database, ...args) {
        const transaction = original.apply(this, args);
        if (sink.recording && transaction.mode === 'readwrite') {
          const pending: Pending[] = [];
          journal.set(transaction, pending);
          onceThenHeld(transaction, 'complete', () =>
            pending.length > 0 ? sink.written(this.name, operationsOf(pending)) : null,
          );
        }
        return transaction;
      },
  );

  wrap(
    IDBFactory.prototype,
    'open',
    (original) =>
      function (this: Globals['indexedDB'], ...args) {
        const request = original.apply(this, args);
        request.addEventListener('upgradeneeded', () => {
          const { transaction } = request;
          if (!sink.recording || transaction === null) return;
          const pending: Pending[] = [];
          journal.set(transaction, pending);
          onceThenHeld(transaction, 'complete', () =>
            sink.upgraded(schemaOf(transaction.db), operationsOf(pending)),
          );
        });
        return request;
      },
  );

  wrap(
    IDBFactory.prototype,
    'deleteDatabase',
    (original) =>
      function (this: Globals['indexedDB'], name) {
        const request = original.call(this, name);
        onceThenHeld(request, 'success', () => sink.deleted(name));
        return request;
      },
  );

  for (const method of ['put', 'add'] as const) {
    wrap(
      IDBObjectStore.prototype,
      method,
      (original) =>
        function (this: Store, ...args) {
          const request = original.apply(this, args);
          const value = structuredClone(args[0]);
          note(
            this,
            ifDone(request, (key) => [{ kind: 'put', store: this.name, key, value }]),
          );
          return request;
        },
    );
  }

  wrap(
    IDBObjectStore.prototype,
    'delete',
    (original) =>
      function (this: Store, range) {
        // A range says nothing about what it deletes: its keys are read first, in the same transaction.
        const keys = this.getAllKeys(range);
        const request = original.call(this, range);
        note(
          this,
          ifDone(request, () => keys.result.map((key) => ({ kind: 'delete', store: this.name, key }))),
        );
        return request;
      },
  );

  wrap(
    IDBObjectStore.prototype,
    'clear',
    (original) =>
      function (this: Store) {
        const request = original.call(this);
        note(
          this,
          ifDone(request, () => [{ kind: 'clear', store: this.name }]),
        );
        return request;
      },
  );

  wrap(
    IDBCursor.prototype,
    'delete',
    (original) =>
      function (this: Cursor) {
        const [store, key] = [storeOf(this), this.primaryKey];
        const request = original.call(this);
        note(
          store,
          ifDone(request, () => [{ kind: 'delete', store: store.name, key }]),
        );
        return request;
      },
  );

  wrap(
    IDBCursor.prototype,
    'update',
    (original) =>
      function (this: Cursor, given) {
        const [store, key, value] = [storeOf(this), this.primaryKey, structuredClone(given)];
        const request = original.call(this, given);
        note(
          store,
          ifDone(request, () => [{ kind: 'put', store: store.name, key, value }]),
        );
        return request;
      },
  );
}

/** Acts at the first event; nobody else hears of it before what `act` gives, if anything, is fulfilled. */
function onceThenHeld(
  target: Pick<Transaction, 'addEventListener' | 'dispatchEvent'>,
  type: string,
  act: () => Promise<void> | null,
): void {
  let done = false;
  target.addEventListener(type, (event) => {
    if (done) return;
    done = true;
    const outcome = act();
    if (outcome === null) return;
    event.stopImmediatePropagation();
    const Again = event.constructor as new (type: string) => DatabaseEvent;
    void outcome.then(() => target.dispatchEvent(new Again(type)));
  });
}

/** A request that failed without aborting its transaction wrote nothing. */
function ifDone<T>(request: Request<T>, operations: (result: T) => readonly Operation[]): Pending {
  return () => (request.error ? [] : operations(request.result));
}

function storeOf(cursor: Cursor): Store {
  return 'objectStore' in cursor.source ? cursor.source.objectStore : cursor.source;
}

function wrap<T, K extends keyof T>(prototype: T, method: K, wrapper: (original: T[K]) => T[K]): void {
  prototype[method] = wrapper(prototype[method]);
}
