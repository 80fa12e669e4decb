import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cryptoStoreFile } from '../../bot/matrix/replacements/crypto/open.ts';
import { configureCryptoStore } from '../../bot/matrix/replacements/crypto/settings.ts';
import { type Finished, finished, run, start } from '../bot/matrix/replacements/crypto/child/run.ts';

let folder = '';
const file = () => join(folder, cryptoStoreFile);
const open = async (device = 'BOT', key = '1', what = '') =>
  (await run('machine.ts', folder, device, key, what)).lines;
const inTheFile = (sql: string) => {
  const database = new DatabaseSync(file());
  database.exec(sql);
  database.close();
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the crypto store', () => {
  it('keeps the identity of the device from one process to the next, killed or not', async () => {
    const holder = start('machine.ts', folder, 'BOT', '1', 'hold');
    const first = await finished(holder, () => holder.kill('SIGKILL'));
    expect(first.lines[0]).toMatch(/^[\w+/]{43}$/);
    expect(await open()).toEqual(first.lines);
  });

  it('copied by the process that has it open, is the same device once opened elsewhere', async () => {
    mkdirSync(join(folder, 'copie'));
    const [fingerprint] = await open('BOT', '1', 'copy');
    const copy = await run('machine.ts', join(folder, 'copie'), 'BOT', '1');
    expect(copy.lines).toEqual([fingerprint]);
    expect((await run('machine.ts', join(folder, 'copie'), 'BOT', '2')).lines).toEqual(['wrong-key']);
  });

  it('tells a second process on the same folder', async () => {
    const holder = start('machine.ts', folder, 'BOT', '1', 'hold');
    let second: Finished | null = null;
    await finished(holder, async () => {
      second = await run('machine.ts', folder, 'BOT', '1');
      holder.kill('SIGKILL');
    });
    expect(second).toMatchObject({ lines: ['locked'] });
  });

  it.each<[string, string[], () => void]>([
    ['wrong-key', ['BOT', '2'], () => {}],
    ['other-device', ['OTHER'], () => {}],
    ['unknown-schema', ['BOT'], () => inTheFile('PRAGMA user_version = 9')],
    [
      'unknown-schema',
      ['BOT'],
      () => inTheFile(`UPDATE databases SET schema = replace(schema, '"version":107', '"version":9999')`),
    ],
    ['corrupt', ['BOT'], () => writeFileSync(file(), Buffer.alloc(8192, 7))],
    ['corrupt', ['BOT'], () => inTheFile(`UPDATE records SET value = x'07'`)],
    ['unreadable', ['BOT'], () => rmSync(folder, { recursive: true })],
    ['not-configured', ['BOT', '1', 'unconfigured'], () => {}],
  ])('says %s when opened as %s', async (code, args, damage) => {
    await open();
    damage();
    expect(await open(...args)).toEqual([code]);
  });

  it('recognises a panic of the Rust code, met by encrypting with no key shared', async () => {
    expect((await open('BOT', '1', 'panic')).at(-1)).toBe('panic');
  });

  it('wants a key of 32 bytes', () => {
    expect(() =>
      configureCryptoStore({ key: new Uint8Array(31), onFatal: () => {}, onTrouble: () => {} }),
    ).toThrow('31 bytes');
  });
});
