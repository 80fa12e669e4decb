import type { Database } from '../store/database.ts';
import { keyValue } from '../store/queues/key-value.ts';

/** How long the outcome of a probe is believed: readers cannot wear the disk out. */
const FRESH_MS = 5000;

/** Whether the database accepts a write, tried at most every five seconds. @param now epoch milliseconds */
export const createStoreProbe = (database: Database, now: () => number): (() => Promise<boolean>) => {
  let last = { at: Number.NEGATIVE_INFINITY, writable: Promise.resolve(false) };
  return () => {
    if (now() - last.at >= FRESH_MS) last = { at: now(), writable: tryWriting(database, now()) };
    return last.writable;
  };
};

const tryWriting = async (database: Database, now: number): Promise<boolean> => {
  try {
    await keyValue(database).set('written_at', String(now));
    return true;
  } catch {
    return false;
  }
};
