import { sql } from 'kysely';
import type { ListOptions, RegisterStore, Rooms } from '../../../knowledge/register/store.ts';
import type { Database } from '../database.ts';
import { keyValue } from '../queues/key-value.ts';
import { toDerogation, toDraft, toHistoryLine } from './register-rows.ts';
import { byDeadline, firstLinesOf, slicesOf } from './register-slices.ts';
import {
  addTo,
  allSeen,
  lastNumber,
  noteWrite,
  type Reader,
  reviseIn,
  writtenBy,
} from './register-writes.ts';

/** The registers in the database of the bot. */
export const createRegisterStore = (database: Database): RegisterStore => ({
  list: async (rooms, { state, offset = 0, limit }) => {
    const all = inState(database, rooms, state);
    const { total } = await all
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const page = byDeadline(all).selectAll();
    const rows = await (limit === undefined ? page : page.limit(limit).offset(offset)).execute();
    return { total, items: rows.map(toDerogation) };
  },

  slices: (rooms, state) => slicesOf(database, inState(database, rooms, state)),

  firstLines: (derogations) => firstLinesOf(database, derogations),

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
      if (before !== null) return before.added;
      const numbers = await addTo(transaction, roomId, change, added, mark);
      await noteWrite(transaction, roomId, mark.cause, { added: numbers, revised: [] });
      return numbers;
    }),

  importTable: (roomId, { added, revised }, mark) =>
    database.transaction().execute(async (transaction) => {
      const before = await writtenBy(transaction, roomId, mark.cause);
      if (before !== null) return before;
      if (!(await allSeen(transaction, roomId, revised))) return null;
      for (const revision of revised) await reviseIn(transaction, roomId, revision, mark);
      const numbers = {
        added: await addTo(transaction, roomId, 'import', added, mark),
        revised: revised.map(({ number }) => number),
      };
      await noteWrite(transaction, roomId, mark.cause, numbers);
      return numbers;
    }),

  revise: (roomId, revision, mark) =>
    database.transaction().execute(async (transaction) => {
      if ((await writtenBy(transaction, roomId, mark.cause)) !== null) return true;
      if (!(await allSeen(transaction, roomId, [revision]))) return false;
      await reviseIn(transaction, roomId, revision, mark);
      await noteWrite(transaction, roomId, mark.cause, { added: [], revised: [revision.number] });
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

const inState = (database: Reader, rooms: Rooms, state: ListOptions['state']) =>
  inRooms(database, rooms).$if(state !== 'toutes', (query) =>
    query.where('state', '=', state === 'close' ? 'close' : 'ouverte'),
  );

const inRooms = (database: Reader, rooms: Rooms) =>
  database
    .selectFrom('derogations')
    .$if(rooms !== 'all', (query) => query.where('room_id', 'in', rooms === 'all' ? [] : rooms));
