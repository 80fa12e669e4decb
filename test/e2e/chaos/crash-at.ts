/**
 * Loaded before the program (`--import`): ends it as `kill -9` does, at the n-th passage of a named point of its writing.
 * `CRASH_AT=received:2`. The points are statements of the two databases; the program itself knows nothing of this.
 */
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { type CrashPoint, points } from './crash-points.ts';

const [name = '', nth = '1'] = (process.env.CRASH_AT ?? '').split(':');
const point: CrashPoint | undefined = points[name];
if (name !== '' && point === undefined) throw new Error(`CRASH_AT=${name}: no such point`);

let passed = 0;
/** Statements since the last BEGIN of any database: the program writes in one turn of the event loop, or holds its connection. */
let since: string[] = [];

const pass = (sql: string, when: CrashPoint['when']): void => {
  if (point === undefined || when !== point.when || !point.sql.test(sql)) return;
  if (point.within !== undefined && !since.some((one) => point.within?.test(one))) return;
  if (++passed >= Number(nth)) process.kill(process.pid, 'SIGKILL');
};

const around = <T>(sql: string, run: () => T): T => {
  if (/^\s*begin/i.test(sql)) since = [];
  else since.push(sql);
  pass(sql, 'before');
  const value = run();
  pass(sql, 'after');
  return value;
};

const texts = new WeakMap<StatementSync, string>();
const { prepare, exec } = DatabaseSync.prototype;
DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql: string, ...rest: never[]): StatementSync {
  const statement = prepare.call(this, sql, ...rest);
  texts.set(statement, sql);
  return statement;
};
DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string): void {
  around(sql, () => exec.call(this, sql));
};
for (const method of ['run', 'get', 'all'] as const) {
  const original = StatementSync.prototype[method] as (...values: unknown[]) => unknown;
  Object.defineProperty(StatementSync.prototype, method, {
    value(this: StatementSync, ...values: unknown[]) {
      return around(texts.get(this) ?? '', () => original.apply(this, values));
    },
  });
}
