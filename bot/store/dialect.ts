import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { SqliteDialect } from 'kysely';

/**
 * Kysely's SQLite dialect over `node:sqlite`, which it does not know: only `prepare` differs.
 * @param onClose called before the database is closed
 */
export const nodeSqliteDialect = (database: DatabaseSync, onClose: () => void): SqliteDialect => {
  const prepared = new Map<string, StatementSync>();
  /** A few dozen texts make up all that the bot asks: SQLite reads each once. */
  const prepare = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    if (prepared.size >= MOST_PREPARED) prepared.clear();
    prepared.set(sql, statement);
    return statement;
  };
  return new SqliteDialect({
    database: {
      close: () => {
        onClose();
        database.close();
      },
      prepare(sql) {
        const statement = prepare(sql);
        const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
        return {
          reader: statement.columns().length > 0,
          all: (parameters) => statement.all(...values(parameters)),
          run: (parameters) => statement.run(...values(parameters)),
          // One of its own: it stands open while others are asked.
          iterate: (parameters) => database.prepare(sql).iterate(...values(parameters)),
        };
      },
    },
  });
};

/** Lists of rooms of every length are texts of their own. */
const MOST_PREPARED = 200;
