import { backOff } from '../http/wait.ts';

/** The first answer comes soon after the end of an outage, which the synchronisation may not have seen. */
const SLOWEST_RETRY = 5000;

/** Rooms whose last attempt failed: how many times in a row, and when to try again. */
export class RoomDelays {
  readonly #delays = new Map<string, { readonly failures: number; readonly until: number }>();

  /** @returns the number of failures in a row in this room. @param now epoch milliseconds */
  failed(roomId: string, now: number): number {
    const failures = (this.#delays.get(roomId)?.failures ?? 0) + 1;
    this.#delays.set(roomId, { failures, until: now + backOff(failures - 1, 250, SLOWEST_RETRY) });
    return failures;
  }

  /** Something has left for this room: if it had failed before, what made the others fail may be over too. */
  succeeded(roomId: string): void {
    if (!this.#delays.delete(roomId)) return;
    for (const [other, { failures }] of this.#delays) this.#delays.set(other, { failures, until: 0 });
  }

  forget(roomId: string): void {
    this.#delays.delete(roomId);
  }

  clear(): void {
    this.#delays.clear();
  }

  /** Rooms that must wait still. */
  waiting(now: number): readonly string[] {
    return [...this.#delays].filter(([, { until }]) => until > now).map(([roomId]) => roomId);
  }

  /** Forgets the rooms whose wait is over, but for those in `except`. */
  forgetOver(now: number, except: ReadonlyMap<string, unknown>): void {
    for (const [roomId, { until }] of this.#delays)
      if (until <= now && !except.has(roomId)) this.#delays.delete(roomId);
  }

  /** Milliseconds until the next room may be tried again, those in `except` left out; infinite when none waits. */
  shortest(now: number, except: ReadonlyMap<string, unknown>): number {
    const others = [...this.#delays].filter(([roomId]) => !except.has(roomId));
    return Math.min(Number.POSITIVE_INFINITY, ...others.map(([, { until }]) => until - now));
  }
}
