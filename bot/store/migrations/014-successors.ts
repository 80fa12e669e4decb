import { type Kysely, sql } from 'kysely';

/** The room that an invitation comes from, when nobody has sent it: a room that was replaced. */
export const successors = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE invitations ADD COLUMN predecessor TEXT`.execute(db);
  },
};
