import { type Kysely, sql } from 'kysely';

/** What caused a silence or a draft, so that it goes when its author takes the message or the reaction back. */
export const causes = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`ALTER TABLE digest_silences ADD COLUMN cause TEXT`.execute(db);
    await sql`ALTER TABLE register_drafts ADD COLUMN events TEXT NOT NULL DEFAULT '[]'`.execute(db);
  },
};
