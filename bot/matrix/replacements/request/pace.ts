export interface Pacing {
  /** Milliseconds between two calls, once `burst` have left at once. */
  readonly everyMs: number;
  readonly burst: number;
}

/** Spaces out calls: `burst` of them may leave at once, then one every `everyMs`; what is not used comes back in time. */
export class Pace {
  readonly #pacing: Pacing;
  /** When the calls made so far will have been worked off, in milliseconds of the caller's clock. */
  #free = Number.NEGATIVE_INFINITY;

  constructor(pacing: Pacing) {
    this.#pacing = pacing;
  }

  /** Takes the next turn. @returns milliseconds to wait for it. @param now by a monotonic clock */
  take(now: number): number {
    const { everyMs, burst } = this.#pacing;
    const begin = Math.max(this.#free, now);
    this.#free = begin + everyMs;
    return Math.max(0, begin - now - everyMs * (burst - 1));
  }
}
