import { MINUTE } from '../time.ts';

/**
 * Counts by key within the minute of the clock. What it remembers is bounded by `mostKeys`: beyond, the key
 * counted first is forgotten.
 */
export class MinuteCounter {
  readonly #mostKeys: number;
  readonly #counts = new Map<string, number>();
  #minute = Number.NaN;

  constructor(mostKeys = 10_000) {
    this.#mostKeys = mostKeys;
  }

  /**
   * Counts `more` for `key`; gives how many that makes in this minute.
   * @param now epoch milliseconds
   */
  count(key: string, now: number, more = 1): number {
    const minute = minuteOf(now);
    if (minute !== this.#minute) this.#counts.clear();
    this.#minute = minute;
    const count = (this.#counts.get(key) ?? 0) + more;
    this.#counts.set(key, count);
    const oldest = this.#counts.keys().next();
    if (this.#counts.size > this.#mostKeys && oldest.value !== undefined) this.#counts.delete(oldest.value);
    return count;
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.#counts.size;
  }
}

/** Milliseconds that the minute of the clock still lasts. @param now epoch milliseconds */
export const untilNextMinute = (now: number): number => MINUTE - (now % MINUTE);

/** Number of the minute of the clock. @param now epoch milliseconds */
export const minuteOf = (now: number): number => Math.floor(now / MINUTE);
