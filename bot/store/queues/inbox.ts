import type { Received } from '../../queues/queues.ts';
import type { Database } from '../database.ts';
import type { InboxRow } from '../schema.ts';

/**
 * Stores an event to be handled. An event id already seen is left as it is; so is a ciphertext already seen
 * under another id (a replay).
 * @returns false when nothing was stored.
 */
export const receive = async (database: Database, received: Received, now: number): Promise<boolean> => {
  const { eventId, roomId, sender, event, sessionId, cipherHash, sentAt } = received;
  const result = await database
    .insertInto('inbox')
    .values({
      event_id: eventId,
      room_id: roomId,
      sender,
      event,
      session_id: sessionId,
      cipher_hash: cipherHash,
      state: 'waiting',
      sent_at: sentAt,
      received_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
};

/** Oldest event of a room that waits to be handled, in the order in which the homeserver gave them. */
export const nextReceived = (database: Database, roomId: string): Promise<InboxRow | undefined> =>
  database
    .selectFrom('inbox')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('room_id', '=', roomId)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();

/** Notes which attempt this is, before it is made: an event that kills the process is counted too. */
export const setAttempts = async (database: Database, id: number, attempts: number): Promise<void> => {
  await database.updateTable('inbox').set({ attempts }).where('id', '=', id).execute();
};

/** Ends the handling of an event; its text is forgotten. */
export const finish = async (database: Database, id: number, state: 'done' | 'dead'): Promise<void> => {
  await database.updateTable('inbox').set({ state, event: null }).where('id', '=', id).execute();
};

/**
 * Sets an event aside until the key of its session comes, and with it all that waits for the same key: a thousand messages
 * that cannot be read must not be tried one by one before what can be. Waiting for a key is not a failed attempt.
 * @returns how many were set aside
 */
export const lock = async (
  database: Database,
  { room_id: roomId, session_id: sessionId }: Pick<InboxRow, 'room_id' | 'session_id'>,
): Promise<number> => {
  const result = await database
    .updateTable('inbox')
    .set({ state: 'locked', attempts: 0 })
    .where('state', '=', 'waiting')
    .where('room_id', '=', roomId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
};

/** Takes back the events of a session whose key has come. @returns how many. */
export const unlock = async (database: Database, roomId: string, sessionId: string): Promise<number> => {
  const result = await database
    .updateTable('inbox')
    .set({ state: 'waiting' })
    .where('state', '=', 'locked')
    .where('room_id', '=', roomId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
};

/** Takes back every event that waits for a key: done at each start, in case a key came just before a crash. */
export const unlockAll = async (database: Database): Promise<void> => {
  await database.updateTable('inbox').set({ state: 'waiting' }).where('state', '=', 'locked').execute();
};

export const roomsWithWork = async (database: Database): Promise<readonly string[]> => {
  const rows = await database
    .selectFrom('inbox')
    .select('room_id')
    .distinct()
    .where('state', '=', 'waiting')
    .execute();
  return rows.map((row) => row.room_id);
};

/** Whether a message of this person still waits in this room: it may open an interview. */
export const hasWaiting = async (database: Database, roomId: string, sender: string): Promise<boolean> => {
  const row = await database
    .selectFrom('inbox')
    .select('id')
    .where('state', '=', 'waiting')
    .where('room_id', '=', roomId)
    .where('sender', '=', sender)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};

/** Whether an event that we remember was sent by this person. */
export const sentBySame = async (database: Database, eventId: string, sender: string): Promise<boolean> => {
  const row = await database
    .selectFrom('inbox')
    .select('sender')
    .where('event_id', '=', eventId)
    .executeTakeFirst();
  return row?.sender === sender;
};

/** Rooms that hold an unreadable event older than `before` of which nobody has been told. */
export const unexplained = async (database: Database, before: number): Promise<readonly string[]> => {
  const rows = await database
    .selectFrom('inbox')
    .select('room_id')
    .distinct()
    .where('state', '=', 'locked')
    .where('explained', '=', 0)
    .where('received_at', '<=', before)
    .execute();
  return rows.map((row) => row.room_id);
};

export const markExplained = async (database: Database, roomId: string): Promise<void> => {
  await database
    .updateTable('inbox')
    .set({ explained: 1 })
    .where('state', '=', 'locked')
    .where('room_id', '=', roomId)
    .execute();
};

/** Forgets an event that its author has withdrawn, or a whole room that the bot has left. */
export const forget = async (
  database: Database,
  what: { readonly eventId: string } | { readonly roomId: string },
): Promise<void> => {
  const update = database
    .updateTable('inbox')
    .set({ state: 'done', event: null })
    .where('state', 'in', ['waiting', 'locked']);
  await ('eventId' in what
    ? update.where('event_id', '=', what.eventId)
    : update.where('room_id', '=', what.roomId)
  ).execute();
};

/** Gives up locked events older than `lockedBefore` and deletes handled rows older than `doneBefore`. */
export const tidyInbox = async (
  database: Database,
  lockedBefore: number,
  doneBefore: number,
): Promise<void> => {
  await database
    .updateTable('inbox')
    .set({ state: 'done', event: null })
    .where('state', '=', 'locked')
    .where('received_at', '<', lockedBefore)
    .execute();
  await database
    .deleteFrom('inbox')
    .where('state', 'in', ['done', 'dead'])
    .where('received_at', '<', doneBefore)
    .execute();
};
