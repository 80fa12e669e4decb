import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openDatabase } from '../../bot/store/database.ts';
import { createProjectStore } from '../../bot/store/records/project-store.ts';
import { sheetRevision } from '../support/project-revision.ts';
import { mark } from '../support/register.ts';

const ROOM = '!a:example.org';

it.each([0, 7, 23])('a sheet killed %s ms into its changes is that of its last whole one', async (after) => {
  const folder = mkdtempSync(join(tmpdir(), 'project-kill-'));
  const path = join(folder, 'bot.sqlite');
  try {
    const script = join(import.meta.dirname, '../bot/store/child/sheets.ts');
    const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    const closed = once(child, 'close');
    for await (const chunk of child.stdout) if (String(chunk).includes('begins 3')) break;
    await sleep(after);
    child.kill('SIGKILL');
    await closed;

    const database = await openDatabase(path);
    const store = createProjectStore(database);
    const version = (await store.find(ROOM))?.version ?? 0;
    expect(version).toBeGreaterThanOrEqual(2);
    expect(await store.find(ROOM)).toMatchObject({ facts: { cout: version } });
    expect(await store.history(ROOM)).toHaveLength(version);
    expect(await store.hasWritten(ROOM, `$${version}`)).toBe(true);
    expect(await store.hasWritten(ROOM, `$${version + 1}`)).toBe(false);
    // The event is handled again: what was lost is written, once.
    for (const [cause, seen] of [
      [version, version - 1],
      [version + 1, version],
      [version + 1, version],
    ] as const)
      expect(await store.write(ROOM, sheetRevision({ cout: cause }, seen), mark(`$${cause}`))).toBe(true);
    expect(await store.find(ROOM)).toMatchObject({ version: version + 1, facts: { cout: version + 1 } });
    await database.destroy();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
