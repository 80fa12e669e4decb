import { sql, type Transaction } from 'kysely';
import { firstChanges } from '../../../knowledge/register/changes.ts';
import { isUndated } from '../../../knowledge/register/deadline.ts';
import type { RegisterStore, Rooms } from '../../../knowledge/register/store.ts';
import type { Database } from '../database.ts';
import { keyValue } from '../queues/key-value.ts';
import type { Schema } from '../schema.ts';
import { toDerogation, toDraft, toHistoryLine } from './register-rows.ts';

/** The registers in the database of the bot. */
export const createRegisterStore = (database: Database): RegisterStore => ({
  list: async (rooms, { state, offset, limit }) => {
    const all = inRooms(database, rooms).$if(state !== 'toutes', (query) =>
      query.where('state', '=', state === 'close' ? 'close' : 'ouverte'),
    );
    const { total } = await all
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await byDeadline(all).selectAll().limit(limit).offset(offset).execute();
    return { total, items: rows.map(toDerogation) };
  },

  find: async (roomId, number) => {
    const row = await database
      .selectFrom('derogations')
      .selectAll()
      .where('room_id', '=', roomId)
      .where('number', '=', number)
      .executeTakeFirst();
    return row === undefined ? null : toDerogation(row);
  },

  history: async (roomId, number) => {
    const rows = await database
      .selectFrom('derogation_history')
      .selectAll()
      .where('room_id', '=', roomId)
      .where('number', '=', number)
      .orderBy('version')
      .execute();
    return rows.map(toHistoryLine);
  },

  dueBefore: async (date, rooms) => {
    const due = inRooms(database, rooms)
      .where('state', '=', 'ouverte')
      // As the index has it: nulls are none of it.
      .where(sql<boolean>`due IS NULL`, '=', sql<boolean>`0`)
      .where('due', '<=', date);
    return (await byDeadline(due).selectAll().execute()).map(toDerogation);
  },

  undated: async (rooms) => {
    const open = inRooms(database, rooms).where('undated', '=', 1).where('state', '=', 'ouverte');
    return (await byDeadline(open).selectAll().execute()).map(toDerogation);
  },

  writtenBy: (roomId, cause) => writtenBy(database, roomId, cause),

  add: (roomId, change, added, mark) =>
    database.transaction().execute(async (transaction) => {
      const before = await writtenBy(transaction, roomId, mark.cause);
      if (before !== null) return before;
      const first = (await lastNumber(transaction, roomId)) + 1;
      const { by: author, at, cause } = mark;
      for (const [index, { entry, due }] of added.entries()) {
        const key = { room_id: roomId, number: first + index, version: 1, motif: null };
        const undated = Number(isUndated(entry));
        await transaction
          .insertInto('derogations')
          .values({ ...key, state: 'ouverte', entry: JSON.stringify(entry), due, undated })
          .execute();
        await transaction
          .insertInto('derogation_history')
          .values({ ...key, change, fields: JSON.stringify(firstChanges(entry)), author, at })
          .execute();
      }
      await noteWrite(transaction, roomId, cause, first, added.length);
      if (change === 'import') await forgetDraft(transaction, roomId, author);
      return added.map((_, index) => first + index);
    }),

  revise: (roomId, revision, { by: author, at, cause }) =>
    database.transaction().execute(async (transaction) => {
      if ((await writtenBy(transaction, roomId, cause)) !== null) return true;
      const { number, version, state, motif, entry, due, change, fields } = revision;
      const undated = Number(isUndated(entry));
      const changed = await transaction
        .updateTable('derogations')
        .set({ version: version + 1, state, motif, entry: JSON.stringify(entry), due, undated })
        .where('room_id', '=', roomId)
        .where('number', '=', number)
        .where('version', '=', version)
        .executeTakeFirst();
      if (changed.numUpdatedRows === 0n) return false;
      const key = { room_id: roomId, number, version: version + 1, motif };
      await transaction
        .insertInto('derogation_history')
        .values({ ...key, change, fields: JSON.stringify(fields), author, at })
        .execute();
      await noteWrite(transaction, roomId, cause, number, 1);
      return true;
    }),

  keepDraft: async ({ roomId, sender, content, hash, at, events = [], offered = null }) => {
    const values = { content, hash, at, events: JSON.stringify(events), offered };
    await database
      .insertInto('register_drafts')
      .values({ room_id: roomId, sender, ...values })
      .onConflict((conflict) => conflict.columns(['room_id', 'sender']).doUpdateSet(values))
      .execute();
  },

  draft: async (roomId, sender) => {
    const row = await database
      .selectFrom('register_drafts')
      .select(['content', 'hash', 'at', 'events', 'offered'])
      .where('room_id', '=', roomId)
      .where('sender', '=', sender)
      .executeTakeFirst();
    return row === undefined ? null : toDraft(roomId, sender, row);
  },

  forgetDraftOf: async (event) => {
    await database
      .deleteFrom('register_drafts')
      .where(({ fn, val }) => fn<number>('instr', ['events', val(JSON.stringify(event))]), '>', 0)
      .execute();
  },

  move: (from, to) =>
    database.transaction().execute(async (transaction) => {
      const shifts = keyValue(transaction);
      const key = `register-shift/${from}/${to}`;
      // A move that was cut short before the rest has followed is asked for again.
      if ((await lastNumber(transaction, from)) === 0) return Number((await shifts.get(key)) ?? 0);
      const taken = await lastNumber(transaction, to);
      await shifts.set(key, String(taken));
      await transaction
        .updateTable('derogations')
        .set((row) => ({ room_id: to, number: row('number', '+', taken) }))
        .where('room_id', '=', from)
        .execute();
      return taken;
    }),

  forgetDrafts: async (before) => {
    const { numDeletedRows } = await database
      .deleteFrom('register_drafts')
      .where('at', '<', before)
      .executeTakeFirst();
    return Number(numDeletedRows);
  },
});

type Reader = Database | Transaction<Schema>;

const inRooms = (database: Reader, rooms: Rooms) =>
  database
    .selectFrom('derogations')
    .$if(rooms !== 'all', (query) => query.where('room_id', 'in', rooms === 'all' ? [] : rooms));

const byDeadline = (query: ReturnType<typeof inRooms>) =>
  query.orderBy(sql`due IS NULL`).orderBy('due').orderBy('room_id').orderBy('number');

const writtenBy = async (
  database: Reader,
  roomId: string,
  cause: string,
): Promise<readonly number[] | null> => {
  const row = await database
    .selectFrom('register_writes')
    .select(['first_number', 'count'])
    .where('room_id', '=', roomId)
    .where('cause', '=', cause)
    .executeTakeFirst();
  return row === undefined ? null : Array.from({ length: row.count }, (_, index) => row.first_number + index);
};

const noteWrite = async (
  transaction: Transaction<Schema>,
  roomId: string,
  cause: string,
  first: number,
  count: number,
): Promise<void> => {
  await transaction
    .insertInto('register_writes')
    .values({ room_id: roomId, cause, first_number: first, count })
    .execute();
};

const lastNumber = async (database: Reader, roomId: string): Promise<number> => {
  const row = await database
    .selectFrom('derogations')
    .select(({ fn }) => fn.max<number | null>('number').as('last'))
    .where('room_id', '=', roomId)
    .executeTakeFirst();
  return row?.last ?? 0;
};

const forgetDraft = async (
  transaction: Transaction<Schema>,
  roomId: string,
  sender: string,
): Promise<void> => {
  await transaction
    .deleteFrom('register_drafts')
    .where('room_id', '=', roomId)
    .where('sender', '=', sender)
    .execute();
};
