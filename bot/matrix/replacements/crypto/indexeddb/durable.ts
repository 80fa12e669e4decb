import { CryptoStoreError } from '../errors.ts';
import { Disk } from './disk.ts';
import { DiskSink, type SinkListener, type StoreStats } from './disk-sink.ts';
import { recordWrites } from './recorder.ts';
import { createStores } from './schema.ts';
import { type Globals, settled } from './types.ts';

export interface DurableIndexedDb {
  readonly stats: Readonly<StoreStats>;
  /** Copies what is on the disk into a new file, in one turn. */
  copyTo(file: string): void;
  close(): void;
}

export type { StoreStats };

/** Between two looks at the journal, which must keep nothing that was deleted. */
const EMPTYING_MS = 5000;

let opened = false;

/**
 * Gives this process an IndexedDB (`globalThis.indexedDB`) that outlives it, even killed at any moment: fake-indexeddb
 * in memory, filled from `file`, and each finished transaction written to `file` before its author hears of it.
 *
 * One per process, for the whole life of the process. A transaction that a full disk refuses is tried again until it is
 * written, and its author waits; `onFatal` is called when it never can be, and must end the process. Throws
 * `CryptoStoreError`.
 */
export async function openDurableIndexedDb(file: string, listener: SinkListener): Promise<DurableIndexedDb> {
  if (opened) throw new Error('One durable IndexedDB per process');
  const disk = new Disk(file);
  opened = true;
  const globals = await installGlobals();
  const stats: StoreStats = { commits: 0, records: 0, ms: 0 };
  const sink = new DiskSink(disk, stats, listener);
  recordWrites(globals, sink);
  await fill(globals, disk);
  sink.recording = true;
  const emptying = setInterval(() => disk.emptyJournal(), EMPTYING_MS).unref();
  return {
    stats,
    copyTo: (target) => disk.copyTo(target),
    close: () => {
      clearInterval(emptying);
      sink.close();
      disk.close();
    },
  };
}

/** wasm-bindgen reads `globalThis.indexedDB` and checks `instanceof` against the global constructors. */
async function installGlobals(): Promise<Globals> {
  for (const [name, value] of Object.entries(await import('fake-indexeddb'))) {
    if (!/^IDB|^indexedDB$/.test(name)) continue;
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  return globalThis as unknown as Globals;
}

async function fill({ indexedDB }: Globals, disk: Disk): Promise<void> {
  try {
    for (const schema of disk.schemas()) {
      const request = indexedDB.open(schema.name, schema.version);
      request.addEventListener('upgradeneeded', () => {
        createStores(request.result, schema);
        for (const { store, key, value } of disk.records(schema.name)) {
          const target = request.transaction?.objectStore(store);
          if (target?.keyPath === null) target.put(value, key);
          else target?.put(value);
        }
      });
      (await settled(request)).close();
    }
  } catch (error) {
    throw new CryptoStoreError('corrupt', 'A record of the crypto store cannot be read', { cause: error });
  }
}
