import { type Kysely, sql } from 'kysely';

/** How questions may be continued, and what people made of the answers. No text of a message, no name. */
export const feedback = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [
      sql`CREATE TABLE follow_ups (
        room_id TEXT NOT NULL,
        event_id TEXT NOT NULL,
        thread TEXT NOT NULL,
        sender TEXT NOT NULL,
        lang TEXT NOT NULL CHECK (lang IN ('fr', 'en')),
        passages TEXT NOT NULL,
        given INTEGER NOT NULL,
        last_event TEXT,
        last_from INTEGER,
        asked_at INTEGER NOT NULL,
        PRIMARY KEY (room_id, event_id)
      ) STRICT`,
      sql`CREATE TABLE feedback_questions (
        id INTEGER PRIMARY KEY,
        event_id TEXT UNIQUE,
        key TEXT,
        terms TEXT,
        refused INTEGER NOT NULL,
        day TEXT NOT NULL
      ) STRICT`,
      sql`CREATE TABLE feedback_reactions (
        question INTEGER NOT NULL REFERENCES feedback_questions (id) ON DELETE CASCADE,
        person TEXT NOT NULL,
        event_id TEXT,
        liked INTEGER NOT NULL CHECK (liked IN (0, 1)),
        PRIMARY KEY (question, person)
      ) STRICT`,
    ])
      await statement.execute(db);
  },
};
