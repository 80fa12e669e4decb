import { type Kysely, sql } from 'kysely';

/** One table of what must not be said again too soon, with the end of each silence (epoch milliseconds). */
export const cooldowns = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [
      sql`CREATE TABLE cooldowns (key TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT`,
      // An hour for what was said of rooms, a day for what was said of people, servers and invitations.
      sql`INSERT INTO cooldowns SELECT key,
        at + CASE WHEN key LIKE 'gap/%' OR key LIKE 'undecryptable/%' THEN 3600000 ELSE 86400000 END FROM said`,
      // A week for the account; what else lasts is told once more.
      sql`INSERT INTO cooldowns SELECT 'alert/' || substr(key, 6), CAST(CAST(value AS REAL) AS INTEGER)
        + CASE WHEN key LIKE 'told/account/%' THEN 604800000 ELSE 600000 END
        FROM key_value WHERE key LIKE 'told/%'`,
      sql`DELETE FROM key_value WHERE key LIKE 'told/%'`,
      sql`DROP TABLE said`,
    ])
      await statement.execute(db);
  },
};
