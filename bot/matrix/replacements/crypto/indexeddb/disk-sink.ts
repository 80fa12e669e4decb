import { setTimeout as sleep } from 'node:timers/promises';
import { CryptoStoreError } from '../errors.ts';
import { type Disk, mayPass } from './disk.ts';
import type { Operation, Sink } from './recorder.ts';
import type { DatabaseSchema } from './schema.ts';

export interface StoreStats {
  /** SQLite transactions since the start, records written by them, and milliseconds spent. */
  commits: number;
  records: number;
  ms: number;
}

export interface SinkListener {
  /** What is in memory can never be saved: must log and end the process. */
  readonly onFatal: (error: CryptoStoreError) => void;
  /** The disk refuses what is to be saved, for now: told at each attempt. */
  readonly onTrouble: (error: CryptoStoreError) => void;
}

const RETRY_MS = 1000;
const NEVER = new Promise<never>(() => {});

/**
 * Writes transactions to the disk, in order. What a full disk refuses is kept in memory and tried again every second;
 * whatever follows waits behind it, so that the disk never holds half of a story.
 */
export class DiskSink implements Sink {
  recording = false;
  readonly #disk: Disk;
  readonly #stats: StoreStats;
  readonly #listener: SinkListener;
  /** The last commit that waits for the disk; null when none does. */
  #last: Promise<void> | null = null;
  #closed = false;

  constructor(disk: Disk, stats: StoreStats, listener: SinkListener) {
    this.#disk = disk;
    this.#stats = stats;
    this.#listener = listener;
  }

  written(database: string, operations: readonly Operation[]): Promise<void> | null {
    return this.#keep(operations.length, () => this.#disk.commit(database, operations));
  }

  upgraded(schema: DatabaseSchema, operations: readonly Operation[]): Promise<void> | null {
    return this.#keep(operations.length, () => this.#disk.commit(schema.name, operations, schema));
  }

  deleted(database: string): Promise<void> | null {
    return this.#keep(0, () => this.#disk.drop(database));
  }

  /** Nothing is tried any more: as after a crash, what waited was told to nobody. */
  close(): void {
    this.#closed = true;
  }

  #keep(records: number, commit: () => void): Promise<void> | null {
    if (this.#closed) return NEVER;
    if (this.#last === null && this.#try(records, commit)) return null;
    const kept = (this.#last ?? Promise.resolve()).then(() => this.#retry(records, commit));
    this.#last = kept;
    void kept.then(() => {
      if (this.#last === kept) this.#last = null;
    });
    return kept;
  }

  async #retry(records: number, commit: () => void): Promise<void> {
    while (this.#closed || !this.#try(records, commit)) await (this.#closed ? NEVER : sleep(RETRY_MS));
  }

  /** @returns whether it is on the disk. Fatal errors are told, and leave the transaction unfinished for ever. */
  #try(records: number, commit: () => void): boolean {
    const start = performance.now();
    try {
      commit();
    } catch (error) {
      if (!(error instanceof CryptoStoreError)) throw error;
      if (mayPass(error)) this.#listener.onTrouble(error);
      else {
        this.#closed = true;
        this.#listener.onFatal(error);
      }
      return false;
    }
    this.#stats.commits += 1;
    this.#stats.records += records;
    this.#stats.ms += performance.now() - start;
    return true;
  }
}
