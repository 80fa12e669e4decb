import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStatistics } from '../../../bot/statistics/statistics.ts';
import { type Database, openDatabase } from '../../../bot/store/database.ts';
import { dialogue, passages } from '../../support/answers.ts';

const JEAN = { sender: '@jean.dupont-beta.gouv.fr:b.fr', roomId: '!salon:b.fr' };
let database: Database;
beforeEach(async () => {
  database = await openDatabase(':memory:');
});
afterEach(() => database.destroy());

describe('the use of the bot', () => {
  it('is counted by day: answers, people, rooms', async () => {
    const statistics = createStatistics(database);
    await statistics.count('2026-11-22', passages(), JEAN);
    await statistics.count('2026-11-22', { ...dialogue(''), data: { command: 'aide' } }, JEAN);
    await statistics.count('2026-11-22', passages(), { ...JEAN, sender: '@autre:b.fr' });
    expect(await statistics.figures('2026-11-22')).toEqual({
      day: '2026-11-22',
      answers: 3,
      people: 2,
      rooms: 1,
    });
    expect(await statistics.figures('2026-11-21')).toEqual({
      day: '2026-11-21',
      answers: 0,
      people: 0,
      rooms: 0,
    });
  });

  it('the same person has the same pseudonym after a restart, and another one the next day', async () => {
    await createStatistics(database).count('2026-11-22', passages(), JEAN);
    await createStatistics(database).count('2026-11-22', passages(), JEAN);
    await createStatistics(database).count('2026-11-23', passages(), JEAN);
    const rows = await database
      .selectFrom('statistics_seen')
      .selectAll()
      .where('kind', '=', 'person')
      .execute();
    expect(rows).toHaveLength(2);
    expect(rows[0]?.pseudonym).not.toBe(rows[1]?.pseudonym);
  });

  it('no identifier is kept, and the key of a past day no longer exists', async () => {
    const statistics = createStatistics(database);
    await statistics.count('2026-11-22', passages(), JEAN);
    const [before] = await database
      .selectFrom('key_value')
      .selectAll()
      .where('key', '=', 'statistics_key')
      .execute();
    await statistics.count('2026-11-23', passages(), JEAN);
    const keys = await database.selectFrom('key_value').selectAll().execute();
    const seen = await database.selectFrom('statistics_seen').selectAll().execute();
    expect(JSON.stringify([keys, seen])).not.toMatch(/dupont|salon/);
    expect(JSON.stringify(keys)).not.toContain(before?.value);
  });

  it('is forgotten', async () => {
    const statistics = createStatistics(database);
    await statistics.count('2026-10-22', passages(), JEAN);
    await statistics.count('2026-11-22', passages(), JEAN);
    await statistics.forgetBefore('2026-10-23');
    expect((await statistics.figures('2026-10-22')).answers).toBe(0);
    expect((await statistics.figures('2026-11-22')).answers).toBe(1);
  });
});
