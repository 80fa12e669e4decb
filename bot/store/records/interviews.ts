import type { Selectable } from 'kysely';
import type { InterviewState } from '../../../commands/interview/state.ts';
import type { InterviewStore, StoredInterview } from '../../../commands/interview/store.ts';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';

/** Interviews in the database of the bot: they survive a restart. */
export const createInterviewStore = (database: Database): InterviewStore => ({
  save: async ({ roomId, thread, sender, state, updatedAt }) => {
    const values = { state: JSON.stringify(state), updated_at: updatedAt };
    await database
      .insertInto('interviews')
      .values({ room_id: roomId, thread: thread ?? MAIN_TIMELINE, sender, ...values })
      .onConflict((conflict) => conflict.columns(['room_id', 'sender', 'thread']).doUpdateSet(values))
      .execute();
  },

  remove: async ({ roomId, thread, sender }) => {
    await database
      .deleteFrom('interviews')
      .where('room_id', '=', roomId)
      .where('sender', '=', sender)
      .where('thread', '=', thread ?? MAIN_TIMELINE)
      .execute();
  },

  ofSender: async (roomId, sender) => {
    const rows = await database
      .selectFrom('interviews')
      .selectAll()
      .where('room_id', '=', roomId)
      .where('sender', '=', sender)
      .orderBy('updated_at', 'desc')
      .execute();
    return rows.map(toInterview);
  },

  naming: async (event) => {
    const rows = await database
      .selectFrom('interviews')
      .selectAll()
      .where(({ fn, val }) => fn<number>('instr', ['state', val(JSON.stringify(event))]), '>', 0)
      .execute();
    return rows.map(toInterview);
  },

  forgetBefore: async (instant) => {
    const { numDeletedRows } = await database
      .deleteFrom('interviews')
      .where('updated_at', '<', instant)
      .executeTakeFirst();
    return Number(numDeletedRows);
  },
});

const toInterview = (row: Selectable<Schema['interviews']>): StoredInterview => ({
  roomId: row.room_id,
  thread: row.thread === MAIN_TIMELINE ? null : row.thread,
  sender: row.sender,
  // Written by `save` alone.
  state: JSON.parse(row.state) as InterviewState,
  updatedAt: row.updated_at,
});

/** A key of SQLite holds no null; the id of an event is never empty. */
const MAIN_TIMELINE = '';
