import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alert } from '../../../bot/matrix/send/to-outbox.ts';
import { type Database, openDatabase } from '../../../bot/store/database.ts';

const HOUR = 3_600_000;
let database: Database;
let now: number;
beforeEach(async () => {
  database = await openDatabase(':memory:');
  now = 1_800_000_000_000;
});
afterEach(() => database.destroy());

const options = { adminRoom: '!admin:b.fr', now: () => now };
const said = async (): Promise<readonly string[]> => {
  const rows = await database.selectFrom('outbox').select('content').orderBy('id').execute();
  return rows.map(({ content }) => JSON.parse(content ?? '{}').body);
};

describe('alerts', () => {
  it('stop after twenty in an hour, the last of which says so, and go on the next hour', async () => {
    for (let i = 0; i < 100; i++) await alert(database, options, `n° ${i}`, `essai/${i}`);
    expect(await said()).toHaveLength(20);
    expect((await said()).at(18)).toBe('n° 18');
    expect((await said()).at(-1)).toContain('Plus de vingt alertes en une heure');
    now += HOUR;
    await alert(database, options, 'encore', 'essai/encore');
    expect((await said()).at(-1)).toBe('encore');
  });

  it('of the same cause are one', async () => {
    await alert(database, options, 'a', 'essai');
    await alert(database, options, 'b', 'essai');
    expect(await said()).toEqual(['a']);
  });

  it('need a room', async () => {
    await alert(database, { ...options, adminRoom: null }, 'a', 'essai');
    expect(await said()).toEqual([]);
  });
});
