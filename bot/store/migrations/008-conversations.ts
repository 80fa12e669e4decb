import { type Kysely, sql } from 'kysely';

/** What a next message may be read with: codes and identifiers of the last answers, for an hour. */
export const conversations = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [
      sql`CREATE TABLE conversation_turns (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        room_id TEXT NOT NULL,
        event_id TEXT NOT NULL,
        thread TEXT NOT NULL,
        sender TEXT NOT NULL,
        lang TEXT NOT NULL CHECK (lang IN ('fr', 'en')),
        card TEXT,
        rules TEXT NOT NULL,
        facts TEXT NOT NULL,
        passages TEXT NOT NULL,
        choices TEXT NOT NULL,
        at INTEGER NOT NULL,
        UNIQUE (room_id, event_id)
      ) STRICT`,
      sql`CREATE INDEX conversation_turns_sender ON conversation_turns (room_id, sender)`,
    ])
      await statement.execute(db);
  },
};
