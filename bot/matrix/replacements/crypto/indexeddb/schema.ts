import type { Database, Transaction } from './types.ts';

interface StoreSchema {
  readonly name: string;
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly {
    readonly name: string;
    readonly keyPath: string | string[];
    readonly unique: boolean;
    readonly multiEntry: boolean;
  }[];
}

export interface DatabaseSchema {
  readonly name: string;
  readonly version: number;
  readonly stores: readonly StoreSchema[];
}

/** Reads the object stores and indexes of a database, through a transaction that reads no record. */
export function schemaOf(database: Database): DatabaseSchema {
  const names = [...database.objectStoreNames];
  const { name, version } = database;
  if (names.length === 0) return { name, version, stores: [] };
  const transaction = database.transaction(names);
  return { name, version, stores: names.map((store) => storeSchema(transaction, store)) };
}

function storeSchema(transaction: Transaction, name: string): StoreSchema {
  const store = transaction.objectStore(name);
  const indexes = [...store.indexNames].map((indexName) => {
    const { keyPath, unique, multiEntry } = store.index(indexName);
    return { name: indexName, keyPath, unique, multiEntry };
  });
  return { name, keyPath: store.keyPath, autoIncrement: store.autoIncrement, indexes };
}

/** Creates in an empty database what `schemaOf` read; to be called in its `upgradeneeded`. */
export function createStores(database: Database, schema: DatabaseSchema): void {
  for (const { name, keyPath, autoIncrement, indexes } of schema.stores) {
    const store = database.createObjectStore(name, { keyPath, autoIncrement });
    for (const index of indexes) {
      store.createIndex(index.name, index.keyPath, { unique: index.unique, multiEntry: index.multiEntry });
    }
  }
}
