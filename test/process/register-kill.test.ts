import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openDatabase } from '../../bot/store/database.ts';
import { createRegisterStore } from '../../bot/store/records/register-store.ts';
import { fresh, mark } from '../support/register.ts';

const ROOM = '!a:example.org';
const ROWS = 500;

/** Kills the process with no warning, so many milliseconds after its second import has begun. */
const killDuringImport = async (path: string, after: number): Promise<void> => {
  const script = join(import.meta.dirname, '../bot/store/child/imports.ts');
  const child = spawn(process.execPath, [script, path, String(ROWS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  for await (const chunk of child.stdout) if (String(chunk).includes('begins 2')) break;
  await sleep(after);
  child.kill('SIGKILL');
  await closed;
};

it.each([
  0, 7, 23, 61,
])('an import killed %s ms after it began is there in full or not at all', async (after) => {
  const folder = mkdtempSync(join(tmpdir(), 'register-kill-'));
  const path = join(folder, 'bot.sqlite');
  try {
    await killDuringImport(path, after);
    const database = await openDatabase(path);
    const store = createRegisterStore(database);
    const { total } = await store.list([ROOM], { state: 'toutes', offset: 0, limit: 1 });
    expect(total).toBeGreaterThanOrEqual(ROWS);
    expect(total % ROWS).toBe(0);
    const done = total / ROWS;
    expect((await store.writtenBy(ROOM, `$${done}`))?.added).toHaveLength(ROWS);
    expect(await store.writtenBy(ROOM, `$${done + 1}`)).toBeNull();
    expect(await store.history(ROOM, total)).toHaveLength(1);
    // The event is handled again: what was lost is written, once.
    const table = Array.from({ length: ROWS }, () => fresh());
    for (const cause of [`$${done}`, `$${done + 1}`, `$${done + 1}`])
      await store.add(ROOM, 'import', table, mark(cause));
    expect((await store.list([ROOM], { state: 'toutes', offset: 0, limit: 1 })).total).toBe(total + ROWS);
    await database.destroy();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
