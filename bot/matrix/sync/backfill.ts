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
 * older than `notBefore`, to the arrival of the bot in the room, or to the bound, whichever comes first.
 * @param since token of the last sync, null when the room is new to us
 */
export const fillGap = async (
  history: History,
  room: { readonly roomId: string; readonly from: string; readonly since: string | null },
  stop: { readonly notBefore: number; readonly isArrival: (event: unknown) => boolean },
): Promise<Gap> => {
  const newestFirst: unknown[] = [];
  for (let from: string | undefined = room.from; from !== undefined; ) {
    const page: Page = await history.pageBefore(room.roomId, from, room.since);
    for (const event of page.chunk) {
      const sentAt = readEnvelope(event)?.origin_server_ts;
      newestFirst.push(event);
      if (stop.isArrival(event) || (sentAt !== undefined && sentAt < stop.notBefore))
        return { events: newestFirst.reverse(), truncated: false };
      if (newestFirst.length >= MOST) return { events: newestFirst.reverse(), truncated: true };
    }
    from = page.chunk.length === 0 || page.end === from ? undefined : page.end;
  }
  return { events: newestFirst.reverse(), truncated: false };
};
