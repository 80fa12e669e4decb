import { type Kysely, sql } from 'kysely';

/** Whether the bot puts reactions to tap under what it asks back. */
export const taps = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE room_settings ADD COLUMN reactions INTEGER NOT NULL DEFAULT 1`.execute(db);
  },
};
