import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileCache, keepFrom, NO_CACHE } from '../../../knowledge/cache/cache.ts';
import { digestOfFolder } from '../../../knowledge/cache/digest.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cache-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** As another process would open it. */
const open = (write: string | null = folder, read: readonly string[] = []) =>
  createFileCache({ read, write, most: 2 });
const plain = () => ({
  words: new Map([['métropole', new Set(['nuage'])]]),
  pattern: /\bnis ?2\b/u,
  numbers: Float64Array.from([0.1, Number.NaN, -0]),
  none: undefined,
});
const notAgain = (): never => {
  throw new Error('built again');
};
const files = () => readdirSync(folder);

describe('a cache of what files give', () => {
  it('gives what another process kept, as it was', () => {
    open().keep('words', () => 'k1', plain);
    expect(open().keep('words', () => 'k1', notAgain)).toEqual(plain());
  });

  it.each([
    ['another state of the files', 'words', 'k2'],
    ['another kind of thing', 'cards', 'k1'],
  ])('builds anew for %s', (_, name, key) => {
    open().keep('words', () => 'k1', plain);
    expect(
      open().keep(
        name,
        () => key,
        () => ({ built: 'anew' }),
      ),
    ).toEqual({ built: 'anew' });
  });

  it.each<[string, (file: string) => void]>([
    ['cut short', (file) => truncateSync(file, 20)],
    ['empty', (file) => writeFileSync(file, '')],
    ['of another program', (file) => writeFileSync(file, 'x'.repeat(500))],
    [
      'changed in one bit',
      (file) => {
        const bytes = readFileSync(file);
        bytes.writeUInt8(bytes.readUInt8(bytes.length - 3) ^ 1, bytes.length - 3);
        writeFileSync(file, bytes);
      },
    ],
  ])('builds anew over a file that is %s, which mends it', (_, damage) => {
    open().keep('words', () => 'k1', plain);
    damage(join(folder, files()[0] ?? ''));
    expect(open().keep('words', () => 'k1', plain)).toEqual(plain());
    expect(open().keep('words', () => 'k1', notAgain)).toEqual(plain());
  });

  it('answers where nothing can be written, and leaves nothing half written', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(open(join(folder, 'file/folder')).keep('words', () => 'k1', plain)).toEqual(plain());
    expect(open(null).keep('words', () => 'k1', plain)).toEqual(plain());
    expect(files()).toEqual(['file']);
  });

  it('reads a folder that it does not write to', () => {
    open().keep('words', () => 'k1', plain);
    expect(open(null, [folder]).keep('words', () => 'k1', notAgain)).toEqual(plain());
  });

  it('keeps nothing of files that changed while they were read', () => {
    const states = ['k1', 'k2'];
    open().keep('words', () => states.shift() ?? '', plain);
    expect(files()).toEqual([]);
  });

  it('is whole when two processes build at once', () => {
    open().keep(
      'words',
      () => 'k1',
      () => open().keep('words', () => 'k1', plain),
    );
    expect(open().keep('words', () => 'k1', notAgain)).toEqual(plain());
    expect(files()).toHaveLength(1);
  });

  it('leaves the last states of each kind', () => {
    for (const key of ['k1', 'k2', 'k3', 'k4']) open().keep('words', () => key, plain);
    open().keep('cards', () => 'k1', plain);
    expect(
      files()
        .map((name) => name.split('-')[0])
        .sort(),
    ).toEqual(['cards', 'words', 'words']);
  });

  it('lets the fault of what cannot be built through, and keeps none of it', () => {
    expect(() => open().keep('words', () => 'k1', notAgain)).toThrow('built again');
    expect(files()).toEqual([]);
  });
});

describe('what is computed from kept values', () => {
  const source = () => open().keep('words', () => 'k1', plain);

  it('is kept under what they came from', () => {
    keepFrom(open(), 'index', [source()], () => ({ of: 'words' }));
    expect(keepFrom(open(), 'index', [source()], notAgain)).toEqual({ of: 'words' });
  });

  it.each([
    ['a copy, which may have been changed', () => ({ ...source() })],
    ['a value that no cache gave', () => NO_CACHE.keep('words', () => 'k1', plain)],
  ])('is built each time from %s', (_, from) => {
    keepFrom(open(), 'index', [source()], () => ({ of: 'words' }));
    expect(keepFrom(open(), 'index', [from()], () => ({ of: 'a copy' }))).toEqual({ of: 'a copy' });
  });
});

describe('the digest of a folder', () => {
  const digest = () => digestOfFolder(folder, (name) => name.endsWith('.yaml'));

  it.each<[string, (home: string) => void]>([
    ['the bytes of a file', (home) => writeFileSync(join(home, 'a.yaml'), 'deux')],
    ['a new file', (home) => writeFileSync(join(home, 'b.yaml'), 'un')],
    [
      'a name',
      (home) => {
        rmSync(join(home, 'a.yaml'));
        writeFileSync(join(home, 'c.yaml'), 'un');
      },
    ],
  ])('changes with %s', (_, change) => {
    writeFileSync(join(folder, 'a.yaml'), 'un');
    const before = digest();
    change(folder);
    expect(digest()).not.toBe(before);
  });

  it('is the same for the same files, whatever else lies beside them', () => {
    writeFileSync(join(folder, 'a.yaml'), 'un');
    const before = digest();
    writeFileSync(join(folder, 'a.md'), 'deux');
    expect(digest()).toBe(before);
  });
});
