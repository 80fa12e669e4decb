import { readEnvelope } from '../events/envelope.ts';
import type { Page } from '../http/client.ts';

/** Bounds of what is fetched again after an absence: beyond, the oldest messages are given up, and said to be. */
const MOST = 500;

interface History {
  pageBefore(roomId: string, from: string, to: string | null): Promise<Page>;
}

export interface Gap {
  /** Oldest first. */
  readonly events: readonly unknown[];
  /** Whether older events were left out. */
  readonly truncated: boolean;
}

/**
 * Fetches the events that a limited timeline left out: from `from` back to the last sync, to the first event
 * that is too old, to the event that ends it (arrival of the bot, last event seen), or to the bound, whichever
 * comes first.
 * @param since token of the last sync, null when there is none for this room
 */
export const fillGap = async (
  history: History,
  room: { readonly roomId: string; readonly from: string; readonly since: string | null },
  stop: {
    readonly isTooOld: (event: unknown, sentAt: number) => boolean;
    readonly isEnd: (event: unknown) => boolean;
  },
): Promise<Gap> => {
  const newestFirst: unknown[] = [];
  for (let from: string | undefined = room.from; from !== undefined; ) {
    const page: Page = await history.pageBefore(room.roomId, from, room.since);
    for (const event of page.chunk) {
      const sentAt = readEnvelope(event)?.origin_server_ts;
      newestFirst.push(event);
      if (stop.isEnd(event) || (sentAt !== undefined && stop.isTooOld(event, sentAt)))
        return { events: newestFirst.reverse(), truncated: false };
      if (newestFirst.length >= MOST) return { events: newestFirst.reverse(), truncated: true };
    }
    from = page.chunk.length === 0 || page.end === from ? undefined : page.end;
  }
  return { events: newestFirst.reverse(), truncated: false };
};
