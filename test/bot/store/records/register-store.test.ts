import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../bot/store/database.ts';
import { createRegisterStore } from '../../../../bot/store/records/register-store.ts';
import { registerSlicesContract } from '../../../support/contracts/register-slices.ts';
import { registerStoreContract } from '../../../support/contracts/register-store.ts';
import { fresh, mark } from '../../../support/register.ts';

for (const contract of [registerStoreContract, registerSlicesContract])
  contract('the database', async () => {
    const database = await openDatabase(':memory:');
    return { store: createRegisterStore(database), close: () => database.destroy() };
  });

const ROOM = '!a:example.org';

describe('a register in the database', () => {
  it('is there after a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'register-'));
    try {
      const first = await openDatabase(join(folder, 'bot.sqlite'));
      await createRegisterStore(first).add(ROOM, 'ajout', [fresh()], mark('$1'));
      await first.destroy();
      const second = await openDatabase(join(folder, 'bot.sqlite'));
      const store = createRegisterStore(second);
      expect((await store.find(ROOM, 1))?.entry.projet).toBe('SIRH');
      expect(await store.writtenBy(ROOM, '$1')).toEqual({ added: [1], revised: [] });
      await second.destroy();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('writes nothing of an import of which one row fails', async () => {
    const database = await openDatabase(':memory:');
    const store = createRegisterStore(database);
    // Nothing that validation lets through fails; the failure is that of a disk.
    await sql`CREATE TRIGGER full BEFORE INSERT ON derogations WHEN NEW.number = 150
      BEGIN SELECT RAISE(ABORT, 'disk full'); END`.execute(database);
    const rows = Array.from({ length: 200 }, () => fresh());
    await store.keepDraft({ roomId: ROOM, sender: mark('').by, content: 'x', hash: 'x', at: 1 });
    await expect(store.add(ROOM, 'import', rows, mark('$1'))).rejects.toThrow('disk full');
    expect(await store.list('all', { state: 'toutes', offset: 0, limit: 1 })).toEqual({
      total: 0,
      items: [],
    });
    expect(await store.writtenBy(ROOM, '$1')).toBeNull();
    expect(await store.draft(ROOM, mark('').by)).not.toBeNull();
    await sql`DROP TRIGGER full`.execute(database);
    expect(await store.add(ROOM, 'import', rows, mark('$1'))).toHaveLength(200);
    await database.destroy();
  });

  it.each([
    ['changed', sql`UPDATE derogation_history SET author = '@x:y'`],
    ['deleted', sql`DELETE FROM derogation_history`],
    ['left behind by a deletion', sql`DELETE FROM derogations`],
  ])('has a history that cannot be %s', async (_, statement) => {
    const database = await openDatabase(':memory:');
    await createRegisterStore(database).add(ROOM, 'ajout', [fresh()], mark('$1'));
    await expect(statement.execute(database)).rejects.toThrow(/append-only|FOREIGN KEY/);
    await database.destroy();
  });

  it('finds deadlines through an index', async () => {
    const database = await openDatabase(':memory:');
    const { rows } = await sql<{ detail: string }>`EXPLAIN QUERY PLAN SELECT * FROM derogations
      WHERE state = 'ouverte' AND (due IS NULL) = 0 AND due <= '2026-11-22'
      ORDER BY due IS NULL, due, room_id, number`.execute(database);
    expect(rows.map(({ detail }) => detail).join()).toContain('USING INDEX derogations_due');
    await database.destroy();
  });
});
