import { type Kysely, sql } from 'kysely';

/** Digests: who has asked for one, what was sent, told, seen or put off. */
export const digest = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [
      sql`CREATE TABLE digest_subscriptions (
        room_id TEXT PRIMARY KEY,
        weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 5),
        minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
        since INTEGER NOT NULL,
        paused_until TEXT,
        author TEXT NOT NULL
      ) STRICT`,
      // One row for each room and period: the reason why nothing is ever sent twice.
      sql`CREATE TABLE digest_runs (
        room_id TEXT NOT NULL,
        period TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('planned', 'queued', 'empty', 'skipped')),
        outgoing TEXT,
        at INTEGER NOT NULL,
        PRIMARY KEY (room_id, period)
      ) STRICT`,
      sql`CREATE INDEX digest_runs_planned ON digest_runs (at) WHERE state = 'planned'`,
      sql`CREATE TABLE digest_listed (
        room_id TEXT NOT NULL,
        cause TEXT NOT NULL,
        origin TEXT NOT NULL,
        number INTEGER NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (room_id, cause, origin, number)
      ) STRICT`,
      sql`CREATE TABLE digest_told (
        room_id TEXT NOT NULL,
        origin TEXT NOT NULL,
        number INTEGER NOT NULL,
        due TEXT NOT NULL,
        stage INTEGER NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (room_id, origin, number, due, stage)
      ) STRICT`,
      sql`CREATE TABLE digest_silences (
        room_id TEXT NOT NULL,
        origin TEXT NOT NULL,
        number INTEGER NOT NULL,
        due TEXT,
        stage INTEGER,
        until TEXT,
        author TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (room_id, origin, number)
      ) STRICT`,
    ])
      await statement.execute(db);
  },
};
