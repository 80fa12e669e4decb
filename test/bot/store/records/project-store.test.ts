import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../bot/store/database.ts';
import { createProjectStore } from '../../../../bot/store/records/project-store.ts';
import { projectStoreContract } from '../../../support/contracts/project-store.ts';
import { sheetRevision } from '../../../support/project-revision.ts';
import { mark } from '../../../support/register.ts';

projectStoreContract('the database', async () => {
  const database = await openDatabase(':memory:');
  return { store: createProjectStore(database), close: () => database.destroy() };
});

const ROOM = '!a:example.org';

describe('a sheet in the database', () => {
  it('is there after a restart, and nowhere in the file once erased', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'project-'));
    const path = join(folder, 'bot.sqlite');
    const nom = 'Projet dont le nom se reconnaît';
    try {
      const first = await openDatabase(path);
      await createProjectStore(first).write(ROOM, sheetRevision({ nom }), mark('$1'));
      await first.destroy();
      expect(readFileSync(path, 'utf8')).toContain(nom);
      const second = await openDatabase(path);
      const store = createProjectStore(second);
      expect((await store.find(ROOM))?.facts.nom).toBe(nom);
      expect(await store.hasWritten(ROOM, '$1')).toBe(true);
      await store.erase(ROOM, 1, mark('$2'));
      await second.destroy();
      expect(readFileSync(path, 'utf8')).not.toContain(nom);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('writes nothing of a change that fails on the way', async () => {
    const database = await openDatabase(':memory:');
    const store = createProjectStore(database);
    await sql`CREATE TRIGGER full BEFORE INSERT ON project_writes
      BEGIN SELECT RAISE(ABORT, 'disk full'); END`.execute(database);
    await expect(store.write(ROOM, sheetRevision({ nom: 'SIRH' }), mark('$1'))).rejects.toThrow('disk full');
    expect(await store.find(ROOM)).toBeNull();
    expect(await store.history(ROOM)).toEqual([]);
    await sql`DROP TRIGGER full`.execute(database);
    expect(await store.write(ROOM, sheetRevision({ nom: 'SIRH' }), mark('$1'))).toBe(true);
    await database.destroy();
  });

  it.each([
    ['changed', sql`UPDATE project_history SET author = '@x:y'`],
    ['deleted while the sheet stands', sql`DELETE FROM project_history`],
  ])('has a history that cannot be %s', async (_, statement) => {
    const database = await openDatabase(':memory:');
    await createProjectStore(database).write(ROOM, sheetRevision({ nom: 'SIRH' }), mark('$1'));
    await expect(statement.execute(database)).rejects.toThrow(/append-only|goes with its sheet/);
    await database.destroy();
  });
});
