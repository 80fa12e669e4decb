import { type Kysely, sql } from 'kysely';

/** Guided interviews under way; forgotten a day after their last answer. */
export const interviews = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`CREATE TABLE interviews (
      room_id TEXT NOT NULL,
      thread TEXT NOT NULL,
      sender TEXT NOT NULL,
      state TEXT NOT NULL,
      updated_at INTEGER NOT NULL,
      PRIMARY KEY (room_id, sender, thread)
    ) STRICT`.execute(db);
  },
};
