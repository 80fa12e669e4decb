import { createHash } from 'node:crypto';
import type { Queued } from '../../queues/queues.ts';
import type { Database } from '../database.ts';
import type { OutboxRow } from '../schema.ts';

/**
 * Transaction id of one part, the same after a crash: the homeserver then drops the second copy
 * (Synapse remembers transaction ids of a device for 24 hours).
 */
export const transactionId = (cause: string, roomId: string, kind: string, part: number): string =>
  createHash('sha256')
    .update(JSON.stringify([cause, roomId, kind, part]))
    .digest('base64url');

/** Queues parts to send; a part already queued under the same cause is left as it is. */
export const enqueue = async (database: Database, queue: readonly Queued[], now: number): Promise<void> => {
  for (const { roomId, kind, content, priority, cause, part, edits } of queue)
    await database
      .insertInto('outbox')
      .values({
        transaction_id: transactionId(cause, roomId, kind, part),
        room_id: roomId,
        kind,
        content: JSON.stringify(content),
        priority: PRIORITIES[priority],
        cause,
        part,
        edits,
        state: 'waiting',
        event_id: null,
        created_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
};

const PRIORITIES: Readonly<Record<Queued['priority'], number>> = { interactive: 0, scheduled: 1, last: 2 };

/** Whether something waits for a room not in `exceptRooms`. */
export const hasToSend = async (database: Database, exceptRooms: readonly string[]): Promise<boolean> => {
  let query = database.selectFrom('outbox').select('id').where('state', '=', 'waiting').limit(1);
  if (exceptRooms.length > 0) query = query.where('room_id', 'not in', exceptRooms);
  return (await query.executeTakeFirst()) !== undefined;
};

export const markSent = async (database: Database, id: number, eventId: string | null): Promise<void> => {
  await database
    .updateTable('outbox')
    .set({ state: 'sent', event_id: eventId, content: null })
    .where('id', '=', id)
    .execute();
};

/** Replaces the content of what waits: its file has been uploaded. */
export const replaceContent = async (database: Database, id: number, content: object): Promise<void> => {
  await database
    .updateTable('outbox')
    .set({ content: JSON.stringify(content) })
    .where('id', '=', id)
    .execute();
};

export const drop = async (database: Database, id: number): Promise<void> => {
  await database
    .updateTable('outbox')
    .set({ state: 'dropped', content: null })
    .where('id', '=', id)
    .execute();
};

/** Drops all that waits for a room that the bot has left. */
export const dropRoom = async (database: Database, roomId: string): Promise<void> => {
  await database
    .updateTable('outbox')
    .set({ state: 'dropped', content: null })
    .where('state', '=', 'waiting')
    .where('room_id', '=', roomId)
    .execute();
};

/** Parts of our first answer to a cause, by number, whatever their state; edits of it are left out. */
export const partsOf = (database: Database, cause: string): Promise<readonly OutboxRow[]> =>
  database
    .selectFrom('outbox')
    .selectAll()
    .where('cause', '=', cause)
    .where('kind', '=', 'message')
    .orderBy('part')
    .execute();

/**
 * Parts of our answer to a cause that stand in the room, or will once all is sent, with their events (null = not
 * sent). Edits may have added parts to the first answer, or withdrawn some.
 * @param before id of a row: only what was queued before it counts
 */
export const standingParts = async (
  database: Database,
  cause: string,
  before = Number.MAX_SAFE_INTEGER,
): Promise<ReadonlyMap<number, string | null>> => {
  const rows = await database
    .selectFrom('outbox')
    .select(['kind', 'part', 'edits', 'event_id'])
    .where(({ eb, or }) => or([eb('cause', '=', cause), eb('edits', '=', cause)]))
    .where('id', '<', before)
    .where('state', '!=', 'dropped')
    .where('kind', '!=', 'reaction')
    .orderBy('id')
    .execute();
  const standing = new Map<number, string | null>();
  for (const { kind, part, event_id } of rows) {
    if (kind === 'redaction') standing.delete(part);
    else if (!standing.has(part)) standing.set(part, event_id);
  }
  return standing;
};

/** Replacements of our answer to a cause that were sent: they can be read by who asks for the history. */
export const editsOf = async (database: Database, cause: string): Promise<readonly string[]> => {
  const rows = await database
    .selectFrom('outbox')
    .select('event_id')
    .where('edits', '=', cause)
    .where('kind', '=', 'message')
    .where('event_id', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.flatMap(({ event_id }) => event_id ?? []);
};

/** What caused one of our events; null when the event is not ours, or too old to be remembered. */
export const causeOf = async (database: Database, eventId: string): Promise<string | null> => {
  const row = await database
    .selectFrom('outbox')
    .select('cause')
    .where('event_id', '=', eventId)
    .executeTakeFirst();
  return row?.cause ?? null;
};

export const tidyOutbox = async (database: Database, before: number): Promise<void> => {
  await database
    .deleteFrom('outbox')
    .where('state', 'in', ['sent', 'dropped'])
    .where('created_at', '<', before)
    .execute();
};
