import { type Kysely, sql } from 'kysely';

/** What moderators decide for their room, and how much the bot is used. */
export const operations = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [
      sql`CREATE TABLE room_settings (
        room_id TEXT PRIMARY KEY,
        mention_only INTEGER NOT NULL,
        in_thread INTEGER NOT NULL,
        language TEXT CHECK (language IN ('fr', 'en', 'auto'))
      ) STRICT`,
      sql`CREATE TABLE statistics (
        day TEXT NOT NULL,
        kind TEXT NOT NULL,
        command TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (day, kind, command)
      ) STRICT`,
      sql`CREATE TABLE statistics_seen (
        day TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('person', 'room')),
        pseudonym TEXT NOT NULL,
        PRIMARY KEY (day, kind, pseudonym)
      ) STRICT`,
    ])
      await statement.execute(db);
  },
};
