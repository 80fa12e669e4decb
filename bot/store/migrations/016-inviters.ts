import { type Kysely, sql } from 'kysely';

/** Who let the bot into a room, for its operators. */
export const inviters = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE rooms ADD COLUMN inviter TEXT`.execute(db);
  },
};
