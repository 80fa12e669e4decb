import { setTimeout as sleep } from 'node:timers/promises';

/** Waits, or less when `signal` is aborted; never throws. */
export const wait = async (ms: number, signal: AbortSignal): Promise<void> => {
  try {
    await sleep(ms, undefined, { signal });
  } catch {
    // Aborted: the caller looks at the signal.
  }
};

/** Delay before attempt number `failures + 1`: doubled each time from `firstMs`, at most `mostMs`. */
export const backOff = (failures: number, firstMs: number, mostMs: number): number =>
  Math.min(mostMs, firstMs * 2 ** Math.min(failures, 30));

/** A bell that one loop waits for and others ring; a ring while nobody waits is kept. */
export class Notifier {
  #rung = false;
  #ring: (() => void) | null = null;

  ring(): void {
    this.#rung = true;
    this.#ring?.();
  }

  /** Resolves at the next ring, after `ms` milliseconds, or when `signal` is aborted. */
  async wait(ms: number, signal: AbortSignal): Promise<void> {
    if (!this.#rung && !signal.aborted) {
      const woken = new AbortController();
      this.#ring = () => woken.abort();
      await wait(ms, AbortSignal.any([woken.signal, signal]));
      this.#ring = null;
    }
    this.#rung = false;
  }
}
