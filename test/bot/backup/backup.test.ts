import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BackupOptions, createBackup } from '../../../bot/backup/backup.ts';
import { createLog } from '../../../bot/log/log.ts';
import { type Database, openDatabase } from '../../../bot/store/database.ts';
import { createRegisterStore } from '../../../bot/store/records/register-store.ts';
import { fresh, mark } from '../../support/register.ts';

const ROOM = '!a:example.org';
let folder: string;
let database: Database;
let keys: DatabaseSync;
let now: number;
let outdated: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
  database = await openDatabase(join(folder, 'bot.sqlite'));
  keys = new DatabaseSync(join(folder, 'keys.sqlite'));
  keys.exec('CREATE TABLE written (n INTEGER)');
  now = Date.parse('2026-11-27T20:00:00Z');
  outdated = 0;
  writeFileSync(join(folder, 'store.key'), 'clé', { mode: 0o600 });
  writeFileSync(join(folder, 'session.json'), '{}', { mode: 0o644 });
});
afterEach(async () => {
  await database.destroy();
  keys.close();
  rmSync(folder, { recursive: true });
});

const backups = () => join(folder, 'sauvegardes');
const backUp = (change: Partial<BackupOptions> = {}) =>
  createBackup({
    database,
    dataFolder: folder,
    folder: backups(),
    kept: 3,
    copyKeys: (file) => void keys.prepare('VACUUM INTO ?').run(file),
    outdate: async () => void outdated++,
    clock: { now: () => now++ },
    log: createLog({ level: 'silent' }),
    ...change,
  });

const made = async (make = backUp()): Promise<string> => {
  const outcome = await make();
  if (outcome.kind !== 'made') throw new Error(outcome.message);
  return outcome.folder;
};
const countIn = (file: string, table: string): number => {
  const copy = new DatabaseSync(file, { readOnly: true });
  const n = Number(copy.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n);
  copy.close();
  return n;
};

describe('a backup of the running bot', () => {
  it('restored, has the registers as they were, and goes on from there', async () => {
    const store = createRegisterStore(database);
    await store.add(ROOM, 'ajout', [fresh({ projet: 'SIRH' }), fresh({ projet: 'GED' })], mark('$1'));
    const copy = await made();
    await store.add(ROOM, 'ajout', [fresh({ projet: 'Après' })], mark('$2'));

    const restored = await openDatabase(join(copy, 'bot.sqlite'));
    const again = createRegisterStore(restored);
    await again.add(ROOM, 'ajout', [fresh({ projet: 'Paie' })], mark('$3'));
    const page = await again.list([ROOM], { state: 'ouverte', offset: 0, limit: 9 });
    await restored.destroy();
    expect(page.items.map(({ entry }) => entry.projet).sort()).toEqual(['GED', 'Paie', 'SIRH']);
  });

  it('is for this account alone, with the small files, and is outdated at once', async () => {
    const copy = await made();
    const files = readdirSync(copy, { recursive: true }).map(String).sort();
    expect(files).toEqual([
      'bot.sqlite',
      'crypto',
      'crypto/crypto-store.sqlite',
      'session.json',
      'store.key',
    ]);
    for (const file of files) expect([file, statSync(join(copy, file)).mode & 0o077]).toEqual([file, 0]);
    expect(outdated).toBe(1);
  });

  it('says when the key of the keys is kept elsewhere', async () => {
    expect(await backUp()()).toMatchObject({ keyIncluded: true });
    rmSync(join(folder, 'store.key'));
    expect(await backUp()()).toMatchObject({ keyIncluded: false });
  });

  it('takes both stores at one instant, between two transactions, while both are written', async () => {
    const make = backUp({ kept: 100 });
    const copies: string[] = [];
    for (let n = 0; n < 5; n++) {
      // The copy is asked for while the transaction is open, and while the keys are about to be written.
      const copying = Promise.withResolvers<string>();
      await database.transaction().execute(async (trx) => {
        await trx
          .insertInto('key_value')
          .values({ key: `${n}/a`, value: '' })
          .execute();
        made(make).then(copying.resolve, copying.reject);
        await new Promise(setImmediate);
        await trx
          .insertInto('key_value')
          .values({ key: `${n}/b`, value: '' })
          .execute();
      });
      keys.prepare('INSERT INTO written VALUES (?)').run(n);
      copies.push(await copying.promise);
    }
    const counts = copies.map((copy) => ({
      rows: countIn(join(copy, 'bot.sqlite'), 'key_value'),
      keys: countIn(join(copy, 'crypto/crypto-store.sqlite'), 'written'),
    }));
    for (const { rows, keys: written } of counts) {
      expect(rows % 2).toBe(0);
      expect([0, 1]).toContain(rows / 2 - written);
    }
    expect(counts.at(-1)?.rows).toBeGreaterThan(counts[0]?.rows ?? 0);
  });

  it('keeps the latest ones, and nothing of what others have put there', async () => {
    const make = backUp();
    const first = await made(make);
    writeFileSync(join(backups(), '2020-01-01 à moi.txt'), '');
    for (let i = 0; i < 3; i++) await made(make);
    expect(existsSync(first)).toBe(false);
    expect(readdirSync(backups()).filter((name) => name.endsWith('Z'))).toHaveLength(3);
    expect(readdirSync(backups())).toContain('2020-01-01 à moi.txt');
  });

  it.each<[string, Partial<BackupOptions>, RegExp]>([
    [
      'before the start',
      {
        copyKeys: () => {
          throw new Error('not started');
        },
      },
      /n’a pas fini de démarrer/,
    ],
    ['where nothing can be written', { folder: '/proc/sauvegardes' }, /data\.backupFolder/],
    [
      'with keys that cannot be read back',
      { copyKeys: (file) => writeFileSync(file, 'x'.repeat(5000)) },
      /endommagé/,
    ],
  ])('%s, is refused in a sentence and leaves nothing half done', async (_, change, sentence) => {
    const outcome = await backUp(change)();
    expect(outcome).toMatchObject({ kind: 'failed', message: expect.stringMatching(sentence) });
    expect(existsSync(backups()) ? readdirSync(backups()) : []).toEqual([]);
    expect(outdated).toBe(0);
  });
});
