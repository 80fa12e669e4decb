import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Disk } from '../../../bot/matrix/replacements/crypto/indexeddb/disk.ts';
import { openDatabase } from '../../../bot/store/database.ts';
import { keyValue } from '../../../bot/store/queues/key-value.ts';

/** Bytes that the journal may reach: 64 pages with their headers, and the transaction that goes beyond. */
const MOST = 64 * 4200 + 100_000;
const TEXT = 'x'.repeat(20_000);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('the journal of the database stays small while much is written: the disk may be small', async () => {
  const file = join(folder, 'bot.sqlite');
  const database = await openDatabase(file);
  for (let index = 0; index < 100; index++) await keyValue(database).set('k', `${index}${TEXT}`);
  expect(statSync(`${file}-wal`).size).toBeLessThan(MOST);
  await database.destroy();
});

it('so does that of the keys', () => {
  const file = join(folder, 'keys.sqlite');
  const disk = new Disk(file);
  for (let index = 0; index < 100; index++)
    disk.commit('bot', [{ kind: 'put', store: 's', key: 'k', value: `${index}${TEXT}` }]);
  expect(statSync(`${file}-wal`).size).toBeLessThan(MOST);
  disk.close();
});
