import { sql } from 'kysely';
import { newKey, pseudonym } from '../../feedback/pseudonym.ts';
import type { FeedbackStore } from '../../feedback/store.ts';
import { askedBackOf, type Chosen, dislikedCards } from '../../feedback/tally.ts';
import type { Database } from '../database.ts';

/** Feedback in the database of the bot. */
export const createFeedbackStore = (database: Database): FeedbackStore => ({
  asked: async ({ eventId, terms, refused, day, card, askedBack, chosen }) => {
    const values = {
      terms: terms === null ? null : JSON.stringify(terms),
      refused: refused ? 1 : 0,
      card,
      asked_back: askedBack ? 1 : 0,
      chosen,
    };
    await database
      .insertInto('feedback_questions')
      .values({ event_id: eventId, key: newKey(), day, ...values })
      .onConflict((conflict) => conflict.column('event_id').doUpdateSet(values))
      .execute();
  },

  reacted: async ({ question, person, eventId, liked, reason = null }) => {
    const row = await database
      .selectFrom('feedback_questions')
      .select(['id', 'key'])
      .where('event_id', '=', question)
      .executeTakeFirst();
    if (row === undefined || row.key === null) return;
    const values = { event_id: eventId, liked: liked ? 1 : 0, reason };
    await database
      .insertInto('feedback_reactions')
      .values({ question: row.id, person: pseudonym(row.key, person), ...values })
      .onConflict((conflict) => conflict.columns(['question', 'person']).doUpdateSet(values))
      .execute();
  },

  withdraw: async (eventId) => {
    await database.deleteFrom('feedback_reactions').where('event_id', '=', eventId).execute();
    await database.deleteFrom('feedback_questions').where('event_id', '=', eventId).execute();
  },

  gaps: async (limit) => {
    const { rows } = await sql<{
      terms: string;
      refused: number;
      disliked: number;
      liked: number;
      day: string;
    }>`
      SELECT terms, sum(refused) AS refused, sum(disliked) AS disliked, sum(liked) AS liked, max(day) AS day
      FROM (
        SELECT q.terms, q.refused, q.day,
          (SELECT count(*) FROM feedback_reactions r WHERE r.question = q.id AND r.liked = 0) AS disliked,
          (SELECT count(*) FROM feedback_reactions r WHERE r.question = q.id AND r.liked = 1) AS liked
        FROM feedback_questions q WHERE q.terms IS NOT NULL
      )
      WHERE refused = 1 OR disliked > 0
      GROUP BY terms
      ORDER BY sum(refused) + sum(disliked) DESC, max(day) DESC
      LIMIT ${limit}`.execute(database);
    return rows.map(({ terms, day, ...counts }) => ({
      // Written by `asked` alone.
      terms: JSON.parse(terms) as string[],
      ...counts,
      lastDay: day,
    }));
  },

  reactions: async () => {
    const rows = await database
      .selectFrom('feedback_reactions')
      .select(({ fn }) => ['liked', fn.countAll<number>().as('n')])
      .groupBy('liked')
      .execute();
    const of = (liked: number): number => rows.find((row) => row.liked === liked)?.n ?? 0;
    return { liked: of(1), disliked: of(0) };
  },

  dislikedCards: async (limit) => {
    const { rows } = await sql<{ card: string; reason: string | null; n: number }>`
      SELECT q.card, r.reason, count(*) AS n
      FROM feedback_reactions r JOIN feedback_questions q ON q.id = r.question
      WHERE r.liked = 0 AND q.card IS NOT NULL
      GROUP BY q.card, r.reason`.execute(database);
    return dislikedCards(rows).slice(0, limit);
  },

  askedBack: async (limit) => {
    const { rows } = await sql<{ card: string | null; asked: number; chosen: Chosen; n: number }>`
      SELECT card, asked_back AS asked, chosen, count(*) AS n
      FROM feedback_questions WHERE asked_back = 1 OR chosen IS NOT NULL
      GROUP BY card, asked_back, chosen`.execute(database);
    return askedBackOf(rows, limit);
  },

  forget: ({ before, linksBefore }) =>
    database.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('feedback_questions').where('day', '<', before).execute();
      await sql`UPDATE feedback_reactions SET event_id = NULL WHERE question IN
        (SELECT id FROM feedback_questions WHERE day < ${linksBefore})`.execute(transaction);
      await sql`UPDATE feedback_questions SET event_id = NULL, key = NULL,
        terms = CASE WHEN refused = 1 OR EXISTS
          (SELECT 1 FROM feedback_reactions r WHERE r.question = feedback_questions.id AND r.liked = 0)
          THEN terms END
        WHERE day < ${linksBefore}`.execute(transaction);
    }),
});
