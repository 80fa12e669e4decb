/** `node indexeddb.ts <file> <what>`: what the tests of the durable IndexedDB do in a process of its own. */
import { DatabaseSync } from 'node:sqlite';
import { openDurableIndexedDb } from '../../../../../../bot/matrix/replacements/crypto/indexeddb/durable.ts';
import {
  type Database,
  type Globals,
  type Key,
  settled,
  type Transaction,
} from '../../../../../../bot/matrix/replacements/crypto/indexeddb/types.ts';

const [, , file = '', what = ''] = process.argv;
let connection: DatabaseSync | undefined;
const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (sql) {
  connection = this;
  exec.call(this, sql);
};
/** SQLite then says « full », as it does of a disk without room. */
const limitPages = (pages: number) => connection?.exec(`PRAGMA max_page_count = ${pages}`);
const say = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);
const durable = await openDurableIndexedDb(file, {
  onFatal: (error) => {
    say(error.code);
    process.exit(70);
  },
  onTrouble: () => say('disk full'),
});
const { indexedDB } = globalThis as unknown as Globals;

async function open(version = 1): Promise<Database> {
  const request = indexedDB.open('db', version);
  request.addEventListener('upgradeneeded', () => {
    const names = [...request.result.objectStoreNames];
    const create = (name: string) =>
      names.includes(name) || request.result.createObjectStore(name, { keyPath: null, autoIncrement: false });
    for (const name of ['numbers', 'last', 'others']) create(name);
  });
  return settled(request);
}
const completed = (transaction: Transaction) =>
  new Promise<void>((done) => transaction.addEventListener('complete', () => done()));
const database = await open();
const stores = ['numbers', 'last', 'others'];
const write = () => database.transaction(stores, 'readwrite');

async function dump(): Promise<unknown> {
  const transaction = database.transaction(stores);
  const content = stores.map(async (name) => {
    const store = transaction.objectStore(name);
    return [name, await settled(store.getAllKeys()), await settled(store.getAll())];
  });
  return Promise.all(content);
}

/** Each transaction adds a number, removes the fifth before it, and says which is the last: all or nothing. */
async function count(): Promise<void> {
  const known = await settled(database.transaction('last').objectStore('last').get('last'));
  for (let n = Number(known ?? 0) + 1; ; n++) {
    const transaction = write();
    transaction.objectStore('numbers').put({ n, bytes: new Uint8Array(2000) }, n);
    transaction.objectStore('numbers').delete(n - 5);
    transaction.objectStore('last').put(n, 'last');
    await completed(transaction);
    say(n);
  }
}

async function everyOperation(): Promise<void> {
  const fill = write();
  for (const n of [1, 2, 3, 4, 5, 6]) fill.objectStore('numbers').put({ n }, n);
  fill.objectStore('others').put('x', ['room', 'session', 1]);
  fill.objectStore('last').put(new Uint8Array([1, 2]), 'bytes');
  await completed(fill);

  const change = write();
  const numbers = change.objectStore('numbers') as ReturnType<Transaction['objectStore']> & {
    openCursor(key: Key): ReturnType<typeof indexedDB.open>;
  };
  const { IDBKeyRange } = globalThis as unknown as {
    IDBKeyRange: { bound(lower: Key, upper: Key): unknown };
  };
  numbers.delete(IDBKeyRange.bound(2, 3));
  for (const [key, act] of [
    [4, 'delete'],
    [5, 'update'],
  ] as const) {
    const request = numbers.openCursor(key) as unknown as {
      result: { delete(): void; update(value: unknown): void };
    } & ReturnType<typeof numbers.get>;
    request.addEventListener('success', () =>
      act === 'delete' ? request.result.delete() : request.result.update({ n: 'changed' }),
    );
  }
  change.objectStore('last').clear();
  // Refused, but the transaction goes on.
  const refused = numbers.add({ n: 'again' }, 1) as unknown as {
    addEventListener(
      type: string,
      listener: (event: { preventDefault(): void; stopPropagation(): void }) => void,
    ): void;
  };
  refused.addEventListener('error', (event) => {
    event.preventDefault();
    event.stopPropagation();
  });
  await completed(change);

  const abandoned = write();
  abandoned.objectStore('numbers').put({ n: 'never' }, 99);
  (abandoned as Transaction & { abort(): void }).abort();
}

/** How many transactions were on the disk when each listener was called. */
async function orderOfListeners(): Promise<void> {
  const before = durable.stats.commits;
  const seen: Record<string, number> = {};
  const note = (name: string) => () => {
    seen[name] = durable.stats.commits - before;
  };
  const transaction = write() as Transaction & { oncomplete: () => void };
  transaction.oncomplete = note('property');
  transaction.addEventListener('complete', note('listener added before the first write'));
  const request = transaction.objectStore('last').put(1, 'last');
  request.addEventListener('success', note('success of the request'));
  await completed(transaction);
  say(seen);
}

const actions: Readonly<Record<string, () => Promise<void>>> = {
  count,
  everyOperation,
  orderOfListeners,
  badKey: async () => {
    const transaction = write();
    transaction.objectStore('last').put(1, 'lost with the rest of its transaction');
    transaction.objectStore('last').put(1, new Date(0) as unknown as Key);
    await completed(transaction);
  },
  /** More than the disk takes; after a while the disk takes it. */
  full: async () => {
    limitPages(40);
    const order: string[] = [];
    const add = (n: number, size: number) => {
      const transaction = write();
      transaction.objectStore('numbers').put({ n, bytes: new Uint8Array(size) }, n);
      return completed(transaction).then(() => order.push(String(n)));
    };
    const all = Promise.all([add(1, 10), add(2, 400_000), add(3, 10)]);
    await new Promise((done) => setTimeout(done, 1500));
    say(order);
    limitPages(1_000_000);
    await all;
    say(order);
  },
  hold: () => new Promise((done) => setTimeout(done, 60_000)),
  dump: async () => {},
};
if (what === 'hold') say('held');
await actions[what]?.();
if (what !== 'orderOfListeners') say(await dump());
durable.close();
