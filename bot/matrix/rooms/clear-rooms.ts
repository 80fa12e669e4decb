import { z } from 'zod';

/** How long, in milliseconds, what was heard of a room holds: a synchronisation that says nothing any more proves nothing. */
const FRESH_MS = 10_000;

const list = z.array(z.unknown()).catch([]);
const part = z.object({ events: list }).catch({ events: [] });
const syncSchema = z.object({
  rooms: z.object({
    join: z.record(
      z.string(),
      z
        .object({
          state: part,
          timeline: z
            .object({ events: list, limited: z.boolean().catch(true).default(false) })
            .catch({ events: [], limited: true }),
        })
        .catch({ state: { events: [] }, timeline: { events: [], limited: true } }),
    ),
  }),
});
/** Whatever its content says: but without any, it is no event, here as everywhere. */
const encryptionSchema = z.object({
  type: z.literal('m.room.encryption'),
  state_key: z.literal(''),
  content: z.looseObject({}),
});

/**
 * Rooms that need not be asked about before each message: the homeserver has said that they are clear, and what it has told
 * of them since, a moment ago, says nothing else. "Do not know" is never "clear", and once encrypted is for ever.
 */
export class ClearRooms {
  /** When each was last known to be clear. */
  readonly #clear = new Map<string, number>();
  readonly #encrypted = new Set<string>();
  readonly #now: () => number;

  /** @param now milliseconds of a monotonic clock */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  isClear(roomId: string): boolean {
    const at = this.#clear.get(roomId);
    return at !== undefined && this.#now() - at <= FRESH_MS;
  }

  /** Whether the synchronisation has shown the room to be encrypted, whatever its state says. */
  isHeardEncrypted(roomId: string): boolean {
    return this.#encrypted.has(roomId);
  }

  /** The homeserver was asked, and says that the room is clear: unless it has said otherwise meanwhile. */
  note(roomId: string): void {
    if (!this.#encrypted.has(roomId)) this.#clear.set(roomId, this.#now());
  }

  /** To be called with each answer of `/sync` as soon as it comes, before anything is done with it. */
  hear(raw: unknown): void {
    for (const [roomId, { state, timeline }] of Object.entries(
      syncSchema.safeParse(raw).data?.rooms.join ?? {},
    )) {
      const events = [...state.events, ...timeline.events];
      if (events.some((event) => encryptionSchema.safeParse(event).success)) this.#encrypted.add(roomId);
      // Events are missing, and one of them may be that one.
      if (timeline.limited || this.#encrypted.has(roomId)) this.#clear.delete(roomId);
      else if (timeline.events.length > 0 && this.#clear.has(roomId)) this.#clear.set(roomId, this.#now());
    }
  }

  /** The homeserver cannot be heard: it is asked again about each room. */
  forget(): void {
    this.#clear.clear();
  }

  /** Whether a call may still leave: a message may have waited in clear while its room became encrypted. */
  mayLeave(method: string, uri: string): boolean {
    const [, room] = (method === 'PUT' && CLEAR_MESSAGE.exec(uri)) || [];
    return room === undefined || !this.#encrypted.has(decodeURIComponent(room));
  }
}

const CLEAR_MESSAGE = /\/rooms\/([^/]+)\/send\/m\.room\.message\//;
