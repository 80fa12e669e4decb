import { CryptoStoreError } from '../errors.ts';
import { Disk } from './disk.ts';
import { recordWrites, type Sink } from './recorder.ts';
import { createStores } from './schema.ts';
import { type Globals, settled } from './types.ts';

export interface StoreStats {
  /** SQLite transactions since the start, records written by them, and milliseconds spent. */
  commits: number;
  records: number;
  ms: number;
}

export interface DurableIndexedDb {
  readonly stats: Readonly<StoreStats>;
  close(): void;
}

let opened = false;

/**
 * Gives this process an IndexedDB (`globalThis.indexedDB`) that outlives it, even killed at any moment: fake-indexeddb
 * in memory, filled from `file`, and each finished transaction written to `file` before its author hears of it.
 *
 * One per process, for the whole life of the process. `onFatal` is called when a transaction cannot be written and must
 * end the process: memory is then ahead of the disk. Throws `CryptoStoreError`.
 */
export async function openDurableIndexedDb(
  file: string,
  onFatal: (error: CryptoStoreError) => void,
): Promise<DurableIndexedDb> {
  if (opened) throw new Error('One durable IndexedDB per process');
  const disk = new Disk(file);
  opened = true;
  const globals = await installGlobals();
  const stats: StoreStats = { commits: 0, records: 0, ms: 0 };
  const sink = new DiskSink(disk, stats, onFatal);
  recordWrites(globals, sink);
  await fill(globals, disk);
  sink.recording = true;
  return { stats, close: () => disk.close() };
}

class DiskSink implements Sink {
  recording = false;
  readonly #disk: Disk;
  readonly #stats: StoreStats;
  readonly #onFatal: (error: CryptoStoreError) => void;

  constructor(disk: Disk, stats: StoreStats, onFatal: (error: CryptoStoreError) => void) {
    this.#disk = disk;
    this.#stats = stats;
    this.#onFatal = onFatal;
  }

  written: Sink['written'] = (database, operations) =>
    this.#guard(operations.length, () => this.#disk.commit(database, operations));

  upgraded: Sink['upgraded'] = (schema, operations) =>
    this.#guard(operations.length, () => this.#disk.commit(schema.name, operations, schema));

  deleted: Sink['deleted'] = (database) => this.#guard(0, () => this.#disk.drop(database));

  #guard(records: number, commit: () => void): void {
    const start = performance.now();
    try {
      commit();
    } catch (error) {
      if (error instanceof CryptoStoreError) this.#onFatal(error);
      throw error;
    }
    this.#stats.commits += 1;
    this.#stats.records += records;
    this.#stats.ms += performance.now() - start;
  }
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
