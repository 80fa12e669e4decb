import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../bot/store/database.ts';
import { migrations } from '../../../bot/store/migrations/index.ts';
import { isCooling } from '../../../bot/store/queues/cooldowns.ts';
import { keyValue } from '../../../bot/store/queues/key-value.ts';
import { storageTrouble } from '../../../bot/store/sqlite-errors.ts';
import { DAY, HOUR } from '../../../bot/time.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'base-'));
  path = join(folder, 'bot.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const refusal = (exitCode: number, text: RegExp) => ({
  name: 'OperatorError',
  exitCode,
  message: expect.stringMatching(text),
});

describe('the database', () => {
  it('keeps what is stored from one opening to the next', async () => {
    const first = await openDatabase(path);
    await keyValue(first).set('clef', 'valeur');
    await first.destroy();
    const second = await openDatabase(path);
    expect(await keyValue(second).get('clef')).toBe('valeur');
    await keyValue(second).set('clef', null);
    expect(await keyValue(second).get('clef')).toBeNull();
    await second.destroy();
  });

  it('keeps from an older version what must not be said again yet', async () => {
    const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '009'));
    const old = (await openDatabase(path, before)) as unknown as Kysely<
      Record<string, Record<string, unknown>>
    >;
    await old.insertInto('said').values({ key: 'external/@a:x', at: 1000 }).execute();
    await old.insertInto('said').values({ key: 'gap/!r:x', at: 1000 }).execute();
    await old.insertInto('key_value').values({ key: 'told/account/overdue', value: '2000' }).execute();
    await old.destroy();
    const database = await openDatabase(path);
    expect(await isCooling(database, 'external/@a:x', 999 + DAY)).toBe(true);
    expect(await isCooling(database, 'external/@a:x', 1000 + DAY)).toBe(false);
    expect(await isCooling(database, 'gap/!r:x', 999 + HOUR)).toBe(true);
    expect(await isCooling(database, 'gap/!r:x', 1000 + HOUR)).toBe(false);
    expect(await isCooling(database, 'alert/account/overdue', 1999 + 7 * DAY)).toBe(true);
    expect(await keyValue(database).get('told/account/overdue')).toBeNull();
    await database.destroy();
  });

  it('stores all of a transaction or nothing', async () => {
    const database = await openDatabase(path);
    const failing = database.transaction().execute(async (transaction) => {
      await keyValue(transaction).set('clef', 'valeur');
      throw new Error('crash');
    });
    await expect(failing).rejects.toThrow('crash');
    expect(await keyValue(database).get('clef')).toBeNull();
    await database.destroy();
  });

  it('does not let two transactions mix', async () => {
    const database = await openDatabase(':memory:');
    const add = () =>
      database.transaction().execute(async (transaction) => {
        const before = Number((await keyValue(transaction).get('n')) ?? 0);
        await keyValue(transaction).set('n', String(before + 1));
      });
    await Promise.all(Array.from({ length: 20 }, add));
    expect(await keyValue(database).get('n')).toBe('20');
    await database.destroy();
  });

  it('is flushed at each commit and wipes what is deleted', async () => {
    const database = await openDatabase(path);
    const pragma = async (name: string) =>
      Object.values(
        (
          await database.executeQuery<object>({
            sql: `PRAGMA ${name}`,
            parameters: [],
            query: { kind: 'RawNode', sqlFragments: [], parameters: [] },
            queryId: { queryId: name },
          } as never)
        ).rows[0] ?? {},
      )[0];
    expect([
      await pragma('synchronous'),
      await pragma('secure_delete'),
      await pragma('journal_mode'),
    ]).toEqual([2, 1, 'wal']);
    await database.destroy();
  });
});

describe('what the operator is told', () => {
  it('a second process on the same folder is refused', async () => {
    const database = await openDatabase(path);
    const module = join(import.meta.dirname, '../../../bot/store/database.ts');
    const script = `import(${JSON.stringify(module)}).then(m => m.openDatabase(${JSON.stringify(path)})).catch(e => { console.log(e.message); process.exit(e.exitCode); })`;
    const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    await database.destroy();
    expect([status, stdout]).toEqual([75, expect.stringMatching(/déjà utilisé par un autre processus/)]);
  });

  it.each<[string, () => void]>([
    ['a file that is no database', () => writeFileSync(path, 'ceci n’est pas une base'.repeat(1000))],
    [
      'pages full of noise',
      () => {
        const file = openSync(path, 'r+');
        writeSync(file, Buffer.alloc(statSync(path).size - 4096, 0xff), 0, undefined, 4096);
        closeSync(file);
      },
    ],
    ['a truncated file', () => truncateSync(path, 8192)],
  ])('%s is refused, with what to do', async (_, damage) => {
    await (await openDatabase(path)).destroy();
    damage();
    await expect(openDatabase(path)).rejects.toMatchObject(refusal(74, /endommagé.*sauvegarde/));
  });

  it('a database of a later version is refused', async () => {
    const later = { ...migrations, '999-demain': { up: async () => {} } };
    await (await openDatabase(path, later)).destroy();
    await expect(openDatabase(path)).rejects.toMatchObject(refusal(74, /version plus récente.*999-demain/));
  });

  it('a folder that does not exist is refused', async () => {
    await expect(openDatabase(join(folder, 'absent', 'bot.sqlite'))).rejects.toMatchObject(
      refusal(74, /ne peut pas être ouvert\. .*Disque monté/),
    );
  });

  it.each([
    [13, /bot\.sqlite.*disque est plein.*Disque monté sur « \/.* » : [\d\s]+ Mio libre/],
    [8, /ne peut pas être modifié/],
    [1544, /lecture seule/],
    [778, /disque renvoie une erreur/],
    [5, /autre processus/],
  ])('SQLite code %i is explained', (errcode, text) => {
    const error = Object.assign(new Error('x'), { errcode });
    expect(storageTrouble(error, 'bot.sqlite')?.message).toMatch(text);
  });

  it('nothing is said of other errors', () => {
    expect(storageTrouble(new Error('x'), 'bot.sqlite')).toBeNull();
    expect(storageTrouble(Object.assign(new Error('x'), { errcode: 1 }), 'bot.sqlite')).toBeNull();
  });
});
