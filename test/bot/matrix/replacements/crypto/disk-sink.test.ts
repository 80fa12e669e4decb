import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Disk } from '../../../../../bot/matrix/replacements/crypto/indexeddb/disk.ts';
import { DiskSink } from '../../../../../bot/matrix/replacements/crypto/indexeddb/disk-sink.ts';

let folder = '';
const told: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sink-'));
  told.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => {
  const disk = new Disk(join(folder, 'store.sqlite'));
  const stats = { commits: 0, records: 0, ms: 0 };
  const listener = { onFatal: () => told.push('fatal'), onTrouble: () => told.push('trouble') };
  return { disk, stats, sink: new DiskSink(disk, stats, listener) };
};
const put = { kind: 'put', store: 'keys', key: 'k', value: 'v' } as const;

it('what is still under way when the store is closed is told to nobody, and throws nothing', async () => {
  const { disk, stats, sink } = open();
  expect(sink.written('machine', [put])).toBeNull();
  sink.close();
  disk.close();
  const schema = { name: 'machine', version: 1, stores: [] };
  const late = [sink.written('machine', [put]), sink.upgraded(schema, []), sink.deleted('machine')];
  expect(late).not.toContain(null);
  const first = await Promise.race([...late, new Promise((next) => setImmediate(next, 'nothing'))]);
  expect(first).toBe('nothing');
  expect(stats.commits).toBe(1);
  expect(told).toEqual([]);
});
