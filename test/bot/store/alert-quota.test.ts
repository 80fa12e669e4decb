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

const nothing = () => {};
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
const options = { adminRoom: '!admin:b.fr', now: () => now, log };
const notice = (key: string, text: string) => ({ key, everyMs: HOUR, text });
const said = async (): Promise<readonly string[]> => {
  const rows = await database.selectFrom('outbox').select('content').orderBy('id').execute();
  return rows.map(({ content }) => JSON.parse(content ?? '{}').body);
};

describe('alerts', () => {
  it('stop after twenty in an hour, the last of which says so, and go on the next hour with what still lasts', async () => {
    for (let i = 0; i < 100; i++) await alert(database, options, notice(`essai/${i}`, `n° ${i}`));
    expect(await said()).toHaveLength(20);
    expect((await said()).at(18)).toBe('n° 18');
    expect((await said()).at(-1)).toContain('Plus de vingt alertes en une heure');
    now += HOUR;
    await alert(database, options, notice('essai/99', 'n° 99'));
    expect((await said()).at(-1)).toBe('n° 99');
  });

  it('of the same key are one', async () => {
    await alert(database, options, notice('essai', 'a'));
    await alert(database, options, notice('essai', 'b'));
    expect(await said()).toEqual(['a']);
  });

  it('need a room', async () => {
    await alert(database, { ...options, adminRoom: null }, notice('essai', 'a'));
    expect(await said()).toEqual([]);
  });
});
