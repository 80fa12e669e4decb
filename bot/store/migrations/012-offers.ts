import { type Kysely, sql } from 'kysely';

/** Message of a table that came alone, as long as its author has not said whether to import it. */
export const offers = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE register_drafts ADD COLUMN offered TEXT`.execute(db);
  },
};
