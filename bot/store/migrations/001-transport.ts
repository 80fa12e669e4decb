import { type Kysely, sql } from 'kysely';

/** Tables of the transport: what came in, what goes out, what is known of rooms. */
export const transport = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [
      sql`CREATE TABLE key_value (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`,
      sql`CREATE TABLE inbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        event_id TEXT NOT NULL UNIQUE,
        room_id TEXT NOT NULL,
        sender TEXT NOT NULL,
        event TEXT,
        session_id TEXT,
        cipher_hash TEXT UNIQUE,
        state TEXT NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        explained INTEGER NOT NULL DEFAULT 0,
        sent_at INTEGER NOT NULL,
        received_at INTEGER NOT NULL
      ) STRICT`,
      sql`CREATE INDEX inbox_open ON inbox (state, room_id, id) WHERE state IN ('waiting', 'locked')`,
      sql`CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        transaction_id TEXT NOT NULL UNIQUE,
        room_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        content TEXT,
        priority INTEGER NOT NULL,
        cause TEXT NOT NULL,
        part INTEGER NOT NULL,
        edits TEXT,
        state TEXT NOT NULL,
        event_id TEXT,
        created_at INTEGER NOT NULL
      ) STRICT`,
      sql`CREATE INDEX outbox_open ON outbox (priority, id) WHERE state = 'waiting'`,
      sql`CREATE INDEX outbox_cause ON outbox (cause)`,
      sql`CREATE INDEX outbox_event ON outbox (event_id)`,
      sql`CREATE TABLE rooms (
        room_id TEXT PRIMARY KEY,
        membership TEXT NOT NULL,
        encryption TEXT,
        history_visibility TEXT,
        access_rule TEXT,
        join_rule TEXT,
        direct INTEGER NOT NULL DEFAULT 0,
        members INTEGER,
        successor TEXT
      ) STRICT`,
      sql`CREATE TABLE invitations (
        room_id TEXT PRIMARY KEY,
        inviter TEXT NOT NULL,
        direct INTEGER NOT NULL,
        accept INTEGER NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        next_at INTEGER NOT NULL
      ) STRICT`,
      sql`CREATE TABLE said (key TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT`,
    ])
      await statement.execute(db);
  },
};
