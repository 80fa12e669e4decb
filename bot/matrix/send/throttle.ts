import { wait } from '../http/wait.ts';

/** What may leave at once to those who wait for one answer only. */
const BURST = 4;
/** Turns after which what gives way to others does so no more. */
const MOST_YIELDED = 5;

/**
 * Spaces out what the bot does in rooms: one thing every `everyMs` milliseconds in the long run. Who waits for a single answer
 * may go ahead of that pace, up to `BURST`; all else waits until what went ahead is worked off, so that whoever asks for
 * much leaves room for others.
 */
export class Throttle {
  readonly #everyMs: number;
  readonly #now: () => number;
  /** When what has left will have been worked off. */
  #free = 0;
  /** When something that gives way to others last left. */
  #yielded = 0;

  constructor(everyMs: number, now: () => number) {
    this.#everyMs = everyMs;
    this.#now = now;
  }

  /** Milliseconds until something may leave. @param ahead whether it may go ahead of the pace */
  delay(ahead: boolean): number {
    const every = this.#everyMs;
    const now = this.#now();
    // No more than that has ever left: the clock was set back.
    if (this.#free > now + (BURST + 1) * every) this.#free = now;
    this.#yielded = Math.min(this.#yielded, now);
    const behind = Math.max(0, this.#free - now);
    const soonest = Math.max(0, behind - (BURST - 1) * every);
    return ahead ? soonest : Math.max(soonest, Math.min(behind, this.#yielded + MOST_YIELDED * every - now));
  }

  /** Counts what leaves now. */
  take(ahead: boolean): void {
    const now = this.#now();
    this.#free = Math.max(this.#free, now) + this.#everyMs;
    if (!ahead) this.#yielded = now;
  }

  /** Resolves when something may leave that gives way to others, and counts it; or when `signal` is aborted. */
  async turn(signal: AbortSignal): Promise<void> {
    for (let ms = this.delay(false); ms > 0 && !signal.aborted; ms = this.delay(false))
      await wait(ms, signal);
    this.take(false);
  }
}
