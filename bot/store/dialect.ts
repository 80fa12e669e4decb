import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { SqliteDialect } from 'kysely';

/**
 * Kysely's SQLite dialect over `node:sqlite`, which it does not know: only `prepare` differs.
 * @param onClose called before the database is closed
 */
export const nodeSqliteDialect = (database: DatabaseSync, onClose: () => void): SqliteDialect =>
  new SqliteDialect({
    database: {
      close: () => {
        onClose();
        database.close();
      },
      prepare(sql) {
        const statement = database.prepare(sql);
        const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => statement.all(...values(parameters)),
          run: (parameters) => statement.run(...values(parameters)),
          iterate: (parameters) => statement.iterate(...values(parameters)),
        };
      },
    },
  });
