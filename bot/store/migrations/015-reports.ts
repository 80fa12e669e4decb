import { type Kysely, sql } from 'kysely';

/** Which card answered, what was asked back and how it was chosen, and why an answer was said to be wrong: codes. */
export const reports = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [
      sql`ALTER TABLE feedback_questions ADD COLUMN card TEXT`,
      sql`ALTER TABLE feedback_questions ADD COLUMN asked_back INTEGER NOT NULL DEFAULT 0`,
      sql`ALTER TABLE feedback_questions ADD COLUMN chosen TEXT CHECK (chosen IN ('number', 'words', 'tap'))`,
      sql`ALTER TABLE feedback_reactions ADD COLUMN reason TEXT`,
    ])
      await statement.execute(db);
  },
};
