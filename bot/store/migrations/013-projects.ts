import { type Kysely, sql } from 'kysely';

/** Project sheets, one a room. The history cannot be changed, and only goes with its sheet: the database itself refuses the rest. */
export const projects = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [
      sql`CREATE TABLE projects (
        room_id TEXT PRIMARY KEY,
        version INTEGER NOT NULL,
        facts TEXT NOT NULL,
        done TEXT NOT NULL
      ) STRICT`,
      sql`CREATE TABLE project_history (
        room_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        change TEXT NOT NULL CHECK (change IN ('declaration', 'remplacement', 'effacement')),
        fields TEXT NOT NULL,
        author TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (room_id, version)
      ) STRICT`,
      // A sheet follows its room when the room is upgraded: only its place may change.
      sql`CREATE TRIGGER project_history_kept
        BEFORE UPDATE OF version, change, fields, author, at ON project_history
        BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END`,
      sql`CREATE TRIGGER project_history_goes_with_its_sheet BEFORE DELETE ON project_history
        WHEN EXISTS (SELECT 1 FROM projects WHERE room_id = OLD.room_id)
        BEGIN SELECT RAISE(ABORT, 'the history goes with its sheet'); END`,
      // The reason why a message handled twice writes once.
      sql`CREATE TABLE project_writes (
        room_id TEXT NOT NULL,
        cause TEXT NOT NULL,
        PRIMARY KEY (room_id, cause)
      ) STRICT`,
      sql`CREATE TABLE project_drafts (
        room_id TEXT NOT NULL,
        sender TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('remplacement', 'effacement')),
        version INTEGER NOT NULL,
        fields TEXT NOT NULL,
        event TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (room_id, sender)
      ) STRICT`,
    ])
      await statement.execute(db);
  },
};
