import { type Selectable, sql } from 'kysely';
import type { FollowUp, FollowUpStore } from '../../../commands/plus/store.ts';
import type { Database } from '../database.ts';
import type { FeedbackSchema } from './feedback-tables.ts';

/** Follow-ups in the database of the bot: `!plus` works across a restart. */
export const createFollowUpStore = (database: Database): FollowUpStore => ({
  save: async ({ roomId, eventId, thread, sender, lang, passages, given, last, askedAt }) => {
    const values = {
      thread: thread ?? MAIN_TIMELINE,
      sender,
      lang,
      passages: JSON.stringify(passages),
      given,
      last_event: last?.eventId ?? null,
      last_from: last?.from ?? null,
      asked_at: askedAt,
    };
    await database
      .insertInto('follow_ups')
      .values({ room_id: roomId, event_id: eventId, ...values })
      .onConflict((conflict) => conflict.columns(['room_id', 'event_id']).doUpdateSet(values))
      .execute();
  },

  inThread: async (roomId, thread) => {
    const rows = await database
      .selectFrom('follow_ups')
      .selectAll()
      .where('room_id', '=', roomId)
      .where(({ eb, or }) =>
        or([
          eb('thread', '=', thread ?? MAIN_TIMELINE),
          ...(thread === null ? [] : [eb('event_id', '=', thread)]),
        ]),
      )
      .orderBy('asked_at', 'desc')
      .orderBy(sql`rowid`, 'desc')
      .execute();
    return rows.map(followUpOf);
  },

  ofEvent: async (roomId, eventId) => {
    const row = await database
      .selectFrom('follow_ups')
      .selectAll()
      .where('room_id', '=', roomId)
      .where(({ eb, or }) => or([eb('event_id', '=', eventId), eb('last_event', '=', eventId)]))
      .executeTakeFirst();
    return row === undefined ? null : followUpOf(row);
  },

  remove: async (eventId) => {
    await database.deleteFrom('follow_ups').where('event_id', '=', eventId).execute();
  },

  forgetBefore: async (instant) => {
    await database.deleteFrom('follow_ups').where('asked_at', '<', instant).execute();
  },
});

/** The id of an event is never empty. */
const MAIN_TIMELINE = '';

const followUpOf = (row: Selectable<FeedbackSchema['follow_ups']>): FollowUp => ({
  roomId: row.room_id,
  eventId: row.event_id,
  thread: row.thread === MAIN_TIMELINE ? null : row.thread,
  sender: row.sender,
  lang: row.lang,
  // Written by `save` alone.
  passages: JSON.parse(row.passages) as string[],
  given: row.given,
  last:
    row.last_event === null || row.last_from === null
      ? null
      : { eventId: row.last_event, from: row.last_from },
  askedAt: row.asked_at,
});
