import { wait } from '../http/wait.ts';

/** Spaces out what the bot does in rooms: at least `everyMs` milliseconds between two turns. */
export class Throttle {
  readonly #everyMs: number;
  readonly #now: () => number;
  #next = 0;

  constructor(everyMs: number, now: () => number) {
    this.#everyMs = everyMs;
    this.#now = now;
  }

  /** Resolves when it is the caller's turn, or when `signal` is aborted. */
  async turn(signal: AbortSignal): Promise<void> {
    const now = this.#now();
    const mine = Math.max(now, Math.min(this.#next, now + this.#everyMs * 100));
    this.#next = mine + this.#everyMs;
    if (mine > now) await wait(mine - now, signal);
  }
}
