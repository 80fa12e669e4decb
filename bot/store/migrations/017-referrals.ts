import { type Kysely, sql } from 'kysely';

/** Questions that may go to a referent: their text until a yes or a no, then where an answer goes back to. */
export const referrals = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [
      sql`CREATE TABLE referrals (
        event_id TEXT PRIMARY KEY,
        room_id TEXT NOT NULL,
        thread TEXT NOT NULL,
        sender TEXT NOT NULL,
        text TEXT,
        sent INTEGER NOT NULL,
        at INTEGER NOT NULL
      ) STRICT`,
      sql`CREATE INDEX referrals_sender ON referrals (room_id, sender)`,
    ])
      await statement.execute(db);
  },
};
