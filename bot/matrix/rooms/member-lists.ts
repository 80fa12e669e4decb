/** Names remembered over all rooms, some 5 MB; beyond, the lists asked for first are forgotten. */
const MOST_NAMES = 50_000;

interface Kept {
  readonly list: Promise<string[]>;
  /** Names in it; 1 while it is asked for. */
  size: number;
}

/** Members of rooms, asked of the homeserver once and kept until the synchronisation says that they may have changed. */
export class MemberLists {
  readonly #lists = new Map<string, Kept>();
  readonly #most: number;

  constructor(most = MOST_NAMES) {
    this.#most = most;
  }

  /** @param ask asks the homeserver */
  async of(roomId: string, ask: () => Promise<string[]>): Promise<string[]> {
    const kept = this.#lists.get(roomId);
    if (kept !== undefined) return await kept.list;
    const asked: Kept = { list: ask(), size: 1 };
    this.#lists.set(roomId, asked);
    try {
      const members = await asked.list;
      asked.size = members.length;
      this.#shrink();
      return members;
    } catch (error) {
      if (this.#lists.get(roomId) === asked) this.#lists.delete(roomId);
      throw error;
    }
  }

  forget(roomIds: readonly string[]): void {
    for (const roomId of roomIds) this.#lists.delete(roomId);
  }

  #shrink(): void {
    let names = [...this.#lists.values()].reduce((sum, { size }) => sum + size, 0);
    for (const [roomId, { size }] of this.#lists) {
      if (names <= this.#most) return;
      this.#lists.delete(roomId);
      names -= size;
    }
  }
}
