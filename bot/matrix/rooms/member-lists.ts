/** Rooms whose members are remembered; beyond, those asked about first are forgotten. */
const MOST_ROOMS = 200;
/** A longer list is asked for again each time rather than kept. */
const LONGEST = 1000;

/** Members of rooms, asked of the homeserver once and kept until the synchronisation says that they may have changed. */
export class MemberLists {
  readonly #lists = new Map<string, Promise<string[]>>();

  /** @param ask asks the homeserver */
  async of(roomId: string, ask: () => Promise<string[]>): Promise<string[]> {
    const kept = this.#lists.get(roomId);
    if (kept !== undefined) return await kept;
    const asked = ask();
    this.#lists.set(roomId, asked);
    const forget = (): void => {
      if (this.#lists.get(roomId) === asked) this.#lists.delete(roomId);
    };
    asked.then((members) => members.length > LONGEST && forget(), forget);
    const oldest = this.#lists.keys().next();
    if (this.#lists.size > MOST_ROOMS && oldest.value !== undefined) this.#lists.delete(oldest.value);
    return await asked;
  }

  forget(roomIds: readonly string[]): void {
    for (const roomId of roomIds) this.#lists.delete(roomId);
  }
}
