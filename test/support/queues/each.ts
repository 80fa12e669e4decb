import { afterEach, beforeEach } from 'vitest';
import type { Queued, Queues, Received } from '../../../bot/queues/queues.ts';

export type Open = () => Promise<{ readonly queues: Queues; close(): Promise<void> }>;

export const ROOM = '!a:x';
export const OTHER = '!b:x';
export const ALICE = '@alice:x';

export const event = (eventId: string, change: Partial<Received> = {}): Received => ({
  eventId,
  roomId: ROOM,
  sender: ALICE,
  event: '{"type":"m.room.message"}',
  sessionId: null,
  cipherHash: null,
  sentAt: 1,
  ...change,
});

export const part = (cause: string, change: Partial<Queued> = {}): Queued => ({
  roomId: ROOM,
  kind: 'message',
  content: { body: cause },
  priority: 'interactive',
  cause,
  part: 0,
  edits: null,
  ...change,
});

/** Empty queues for each test of the block, and what the tests ask of them. */
export const forEachTest = (open: Open) => {
  let queues: Queues;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ queues, close } = await open());
  });
  afterEach(() => close());

  /** Ids of what waits in a room, in the order in which it is to be handled. */
  const handled = async (roomId = ROOM): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (
      let row = await queues.inbox.next(roomId);
      row !== undefined;
      row = await queues.inbox.next(roomId)
    ) {
      ids.push(row.event_id);
      await queues.inbox.finish(row.id, 'done');
    }
    return ids;
  };
  /** Sends all that waits in a room, as events `$1`, `$2`… */
  const sendAll = async (roomId = ROOM): Promise<void> => {
    for (const { id } of await queues.outbox.waitingIn(roomId, 100))
      await queues.outbox.markSent(id, `$${id}`);
  };
  const causes = async (roomId = ROOM, most = 100) =>
    (await queues.outbox.waitingIn(roomId, most)).map(({ cause }) => cause);

  return {
    get queues() {
      return queues;
    },
    handled,
    sendAll,
    causes,
  };
};
