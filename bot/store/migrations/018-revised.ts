import { type Kysely, sql } from 'kysely';

/** A table that is imported may change derogations as well as add some: their numbers, a list as JSON. */
export const revised = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE register_writes ADD COLUMN revised TEXT NOT NULL DEFAULT '[]'`.execute(db);
  },
};
