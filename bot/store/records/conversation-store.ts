import type { Selectable } from 'kysely';
import type { ConversationStore, Turn } from '../../../commands/conversation/store.ts';
import type { Database } from '../database.ts';
import type { ConversationSchema } from './conversation-tables.ts';

/** Turns in the database of the bot: a choice may be made after a restart. */
export const createConversationStore = (database: Database): ConversationStore => ({
  save: async ({ roomId, eventId, thread, sender, lang, card, at, ...lists }) => {
    const values = {
      thread: thread ?? MAIN_TIMELINE,
      sender,
      lang,
      card,
      rules: JSON.stringify(lists.rules),
      facts: JSON.stringify(lists.facts),
      passages: JSON.stringify(lists.passages),
      choices: JSON.stringify(lists.choices),
    };
    await database
      .insertInto('conversation_turns')
      .values({ room_id: roomId, event_id: eventId, at, ...values })
      .onConflict((conflict) => conflict.columns(['room_id', 'event_id']).doUpdateSet(values))
      .execute();
  },

  ofSender: async (roomId, sender) => {
    const rows = await database
      .selectFrom('conversation_turns')
      .selectAll()
      .where('room_id', '=', roomId)
      .where('sender', '=', sender)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .execute();
    return rows.map(turnOf);
  },

  ofEvent: async (roomId, eventId) => {
    const row = await database
      .selectFrom('conversation_turns')
      .selectAll()
      .where('room_id', '=', roomId)
      .where('event_id', '=', eventId)
      .executeTakeFirst();
    return row === undefined ? null : turnOf(row);
  },

  remove: async (eventId) => {
    await database.deleteFrom('conversation_turns').where('event_id', '=', eventId).execute();
  },

  forgetBefore: async (instant) => {
    await database.deleteFrom('conversation_turns').where('at', '<', instant).execute();
  },
});

/** The id of an event is never empty. */
const MAIN_TIMELINE = '';

/** JSON written by `save` alone. */
const turnOf = (row: Selectable<ConversationSchema['conversation_turns']>): Turn => ({
  roomId: row.room_id,
  eventId: row.event_id,
  thread: row.thread === MAIN_TIMELINE ? null : row.thread,
  sender: row.sender,
  lang: row.lang,
  card: row.card,
  rules: JSON.parse(row.rules) as number[],
  facts: JSON.parse(row.facts) as Record<string, unknown>,
  passages: JSON.parse(row.passages) as string[],
  choices: JSON.parse(row.choices) as string[],
  at: row.at,
});
