/** Bursts under way that are remembered; beyond, those that began first are not counted to the end. */
const MOST_BURSTS = 10_000;

/** How many messages were not read in each burst under way. */
export class Bursts {
  readonly #unread = new Map<string, number>();

  /** Counts a message that is not read; whether it begins the burst. */
  begins(burst: string): boolean {
    const count = (this.#unread.get(burst) ?? 0) + 1;
    this.#unread.set(burst, count);
    const oldest = this.#unread.keys().next();
    if (this.#unread.size > MOST_BURSTS && oldest.value !== undefined) this.#unread.delete(oldest.value);
    return count === 1;
  }

  /** Ends a burst; how many messages it left unread. */
  end(burst: string): number {
    const count = this.#unread.get(burst) ?? 0;
    this.#unread.delete(burst);
    return count;
  }
}
