import { type Kysely, sql } from 'kysely';

/** Rooms that the bot has to greet, or has greeted; and whether operators let it. */
export const greetings = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [
      sql`ALTER TABLE rooms ADD COLUMN greeting TEXT CHECK (greeting IN ('due', 'over'))`,
      sql`ALTER TABLE room_settings ADD COLUMN greets INTEGER NOT NULL DEFAULT 1`,
    ])
      await statement.execute(db);
  },
};
