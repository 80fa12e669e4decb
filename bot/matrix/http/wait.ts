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

/** What one loop waits for and others notify; a notification while nobody waits is kept. */
export class Notifier {
  #notified = false;
  #wake: (() => void) | null = null;

  notify(): void {
    this.#notified = true;
    this.#wake?.();
  }

  /** Resolves at the next notification, after `ms` milliseconds, or when `signal` is aborted. */
  async wait(ms: number, signal: AbortSignal): Promise<void> {
    if (!this.#notified && !signal.aborted) {
      const woken = new AbortController();
      this.#wake = () => woken.abort();
      await wait(ms, AbortSignal.any([woken.signal, signal]));
      this.#wake = null;
    }
    this.#notified = false;
  }
}
