import { type Kysely, sql } from 'kysely';

/** Registers of derogations. The history is append-only: the database itself refuses to change or delete it. */
export const register = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [
      sql`CREATE TABLE derogations (
        room_id TEXT NOT NULL,
        number INTEGER NOT NULL,
        version INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('ouverte', 'close')),
        motif TEXT,
        entry TEXT NOT NULL,
        due TEXT,
        undated INTEGER NOT NULL,
        PRIMARY KEY (room_id, number)
      ) STRICT`,
      sql`CREATE INDEX derogations_due ON derogations (state, due IS NULL, due, room_id, number)`,
      sql`CREATE INDEX derogations_of_room ON derogations (room_id, state, due IS NULL, due, number)`,
      sql`CREATE INDEX derogations_undated ON derogations (room_id, number) WHERE undated = 1 AND state = 'ouverte'`,
      sql`CREATE TABLE derogation_history (
        room_id TEXT NOT NULL,
        number INTEGER NOT NULL,
        version INTEGER NOT NULL,
        change TEXT NOT NULL,
        fields TEXT NOT NULL,
        motif TEXT,
        author TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (room_id, number, version),
        FOREIGN KEY (room_id, number) REFERENCES derogations (room_id, number) ON UPDATE CASCADE
      ) STRICT`,
      // A register follows its room when the room is upgraded: only its place may change.
      sql`CREATE TRIGGER derogation_history_kept
        BEFORE UPDATE OF version, change, fields, motif, author, at ON derogation_history
        BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END`,
      sql`CREATE TRIGGER derogation_history_not_deleted BEFORE DELETE ON derogation_history
        BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END`,
      sql`CREATE TABLE register_writes (
        room_id TEXT NOT NULL,
        cause TEXT NOT NULL,
        first_number INTEGER NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (room_id, cause)
      ) STRICT`,
      sql`CREATE TABLE register_drafts (
        room_id TEXT NOT NULL,
        sender TEXT NOT NULL,
        content TEXT NOT NULL,
        hash TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (room_id, sender)
      ) STRICT`,
    ])
      await statement.execute(db);
  },
};
