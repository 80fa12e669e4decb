/**
 * The time of the homeserver, from the `Date` of its answers; what passes in between is counted by the monotonic clock of
 * the process. A machine whose clock is hours ahead, or jumps, would otherwise take every question for an old one.
 */
export class ServerClock {
  readonly #wall: () => number;
  #offset: number | null = null;

  /** @param wall clock of the machine, epoch milliseconds: believed until the homeserver has answered */
  constructor(wall: () => number) {
    this.#wall = wall;
  }

  /** Notes the `Date` header of an answer; one that cannot be read is passed over. */
  note(date: unknown): void {
    const server = typeof date === 'string' ? Date.parse(date) : Number.NaN;
    if (Number.isFinite(server)) this.#offset = server - performance.now();
  }

  /** Epoch milliseconds, whole. */
  now(): number {
    return Math.round(this.#offset === null ? this.#wall() : this.#offset + performance.now());
  }
}
