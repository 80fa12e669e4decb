import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadStoreKey } from '../../../../bot/matrix/encryption/store-key.ts';

const base64 = Buffer.alloc(32, 9).toString('base64');
let folder = '';
const source = (value: string | null = null) => ({
  value,
  file: join(folder, 'store.key'),
  store: join(folder, 'crypto-store.sqlite'),
});
const write = (text: string, mode = 0o600) => {
  writeFileSync(source().file, text);
  chmodSync(source().file, mode);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'key-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the key of the crypto store', () => {
  it('is drawn at the first start, kept for its owner only, and read from then on', () => {
    const key = loadStoreKey(source());
    expect(key).toHaveLength(32);
    expect(statSync(source().file).mode & 0o777).toBe(0o600);
    expect(Buffer.from(readFileSync(source().file, 'utf8'), 'base64')).toEqual(key);
    expect(loadStoreKey(source())).toEqual(key);
  });

  it('comes from the configuration, and then no file is read or written', () => {
    write('illisible', 0o644);
    expect(loadStoreKey(source(base64))).toEqual(Buffer.alloc(32, 9));
    expect(loadStoreKey(source(`${base64}\n`))).toEqual(Buffer.alloc(32, 9));
  });

  it.each([
    ['too short', Buffer.alloc(31).toString('base64')],
    ['too long', Buffer.alloc(33).toString('base64')],
    ['empty', ''],
    ['not base64', 'é'.repeat(44)],
  ])('is refused with an example, and not repeated, when it is %s', (_title, value) => {
    const refused = () => loadStoreKey(source(value));
    expect(refused).toThrow('openssl rand -base64 32');
    if (value !== '') expect(refused).not.toThrow(value);
    write(value);
    expect(() => loadStoreKey(source())).toThrow('openssl rand -base64 32');
  });

  it.each([0o644, 0o640, 0o604])('is refused in a file of mode %o', (mode) => {
    write(base64, mode);
    expect(() => loadStoreKey(source())).toThrow(`chmod 600 ${source().file}`);
  });

  it('is never drawn anew for a store that exists', () => {
    writeFileSync(source().store, '');
    expect(() => loadStoreKey(source())).toThrow('introuvable');
  });
});
