import type { Selectable } from 'kysely';
import type { Referral, ReferralStore } from '../../../commands/transmettre/store.ts';
import type { Database } from '../database.ts';
import type { ReferralSchema } from './referral-tables.ts';

/** Referrals in the database of the bot: a yes, and an answer, may come after a restart. */
export const createReferralStore = (database: Database): ReferralStore => ({
  save: async ({ eventId, roomId, thread, sender, text, sent, at }) => {
    const values = { thread: thread ?? '', sender, text, sent: sent ? 1 : 0, at };
    await database
      .insertInto('referrals')
      .values({ event_id: eventId, room_id: roomId, ...values })
      .onConflict((conflict) =>
        conflict.column('event_id').doUpdateSet(values).where('referrals.sent', '=', 0),
      )
      .execute();
  },

  ofEvent: async (eventId) => {
    const row = await database
      .selectFrom('referrals')
      .selectAll()
      .where('event_id', '=', eventId)
      .executeTakeFirst();
    return row === undefined ? null : referralOf(row);
  },

  pending: async (roomId, sender, after) => {
    const row = await database
      .selectFrom('referrals')
      .selectAll()
      .where('room_id', '=', roomId)
      .where('sender', '=', sender)
      .where('text', 'is not', null)
      .where('at', '>=', after)
      .orderBy('at', 'desc')
      .executeTakeFirst();
    return row === undefined ? null : referralOf(row);
  },

  remove: async (eventId) => {
    await database.deleteFrom('referrals').where('event_id', '=', eventId).execute();
  },

  forget: async ({ pendingBefore, sentBefore }) => {
    await database.deleteFrom('referrals').where('sent', '=', 0).where('at', '<', pendingBefore).execute();
    await database.deleteFrom('referrals').where('at', '<', sentBefore).execute();
  },
});

const referralOf = (row: Selectable<ReferralSchema['referrals']>): Referral => ({
  eventId: row.event_id,
  roomId: row.room_id,
  thread: row.thread === '' ? null : row.thread,
  sender: row.sender,
  text: row.text,
  sent: row.sent === 1,
  at: row.at,
});
