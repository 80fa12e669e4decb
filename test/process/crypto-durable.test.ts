import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Finished, finished, run, start } from '../bot/matrix/replacements/crypto/child/run.ts';

let folder = '';
const file = () => join(folder, 'store.sqlite');
const child = (what: string) => run('indexeddb.ts', file(), what);
const dump = async () => JSON.parse((await child('dump')).lines[0] ?? 'null');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'durable-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('an IndexedDB that outlives its process', () => {
  it('comes back as it was: records put, updated, deleted by key, range or cursor, cleared; nothing that was refused or abandoned', async () => {
    const { lines } = await child('everyOperation');
    const expected = [
      ['numbers', [1, 5, 6], [{ n: 1 }, { n: 'changed' }, { n: 6 }]],
      ['last', [], []],
      ['others', [['room', 'session', 1]], ['x']],
    ];
    expect(JSON.parse(lines[0] ?? '')).toEqual(expected);
    expect(await dump()).toEqual(expected);
  });

  it('is on the disk before anybody is told that the transaction is complete, and not before it is', async () => {
    const { lines } = await child('orderOfListeners');
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      'success of the request': 0,
      'listener added before the first write': 1,
      property: 1,
    });
  });

  it('loses no completed transaction and keeps no half of one when killed at any moment', async () => {
    for (const lifetime of [1, 7, 20, 45, 80]) {
      const counting = start('indexeddb.ts', file(), 'count');
      let told = 0;
      await finished(counting, (line) => {
        told = Number(line);
        if (told % 100 >= lifetime) counting.kill('SIGKILL');
      });
      const [[, numbers], [, , [last]]] = await dump();
      expect(last).toBeGreaterThanOrEqual(told);
      expect(numbers).toEqual(Array.from({ length: 5 }, (_, n) => last - 4 + n).filter((n) => n > 0));
    }
  });

  it('ends the process when a transaction cannot be written, and nothing of it is', async () => {
    const { code, lines } = await child('badKey');
    expect([code, lines]).toEqual([70, ['"commit-failed"']]);
    expect((await dump())[1]).toEqual(['last', [], []]);
  });

  it('keeps its author waiting while the disk is full, and writes all in order once it is not', async () => {
    const { code, lines } = await child('full');
    const said = lines.filter((line) => line !== '"disk full"');
    expect(lines).toContain('"disk full"');
    expect([code, ...said.slice(0, 2)]).toEqual([0, '["1"]', '["1","2","3"]']);
    expect((await dump())[0].slice(0, 2)).toEqual(['numbers', [1, 2, 3]]);
  });

  it('is for its owner only', async () => {
    await child('dump');
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('is for one process at a time', async () => {
    const holder = start('indexeddb.ts', file(), 'hold');
    let second: Finished | null = null;
    await finished(holder, async () => {
      second = await run('locked.ts', file());
      holder.kill('SIGKILL');
    });
    expect(second).toMatchObject({ code: 75 });
    expect((await run('locked.ts', file())).code).toBe(0);
  });
});
