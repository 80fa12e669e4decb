import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Administration, openAdministration } from '../../../bot/administration/administration.ts';
import { openRenewal } from '../../../bot/administration/renewal.ts';
import { parseConfig } from '../../../bot/config/parse.ts';
import { createLog } from '../../../bot/log/log.ts';
import { renderText } from '../../../bot/render/text.ts';
import { createStatistics } from '../../../bot/statistics/statistics.ts';
import { type Database, openDatabase } from '../../../bot/store/database.ts';
import { botState, idleStatus } from '../../support/commands/operations.ts';
import { until } from '../../support/matrix/transport.ts';

const CONFIG = `homeserver: {url: "https://b.fr", userId: "@robot:b.fr"}
administration: {room: "!admin:b.fr"}
http: {port: null}
`;

let database: Database;
let administration: Administration;
let told: string[];

beforeEach(async () => {
  const parsed = parseConfig(CONFIG);
  if (!parsed.ok) throw new Error('the configuration of the test is wrong');
  database = await openDatabase(':memory:');
  told = [];
  administration = openAdministration({
    config: parsed.config,
    httpToken: null,
    version: '0.1.0',
    database,
    statistics: createStatistics(database),
    renewal: await openRenewal(database, null),
    cryptoFolder: '/nowhere',
    knowledge: () => botState(),
    transport: {
      send: async ({ answer }) => void told.push(renderText(answer)),
      status: () => idleStatus,
    },
    clock: { now: () => Date.parse('2026-11-22T11:00:00Z') },
    log: createLog({ level: 'silent' }),
  });
});
afterEach(async () => {
  await administration.close();
  await database.destroy();
});

const metric = async (name: string): Promise<string | undefined> =>
  (await administration.metrics.text())
    .split('\n')
    .find((line) => line.startsWith(`${name} `))
    ?.split(' ')[1];

describe('digests', () => {
  it('that are in time are counted and not told', async () => {
    administration.digests.sent({ roomId: '!a:b.fr', period: '2026-W47', late: false });
    expect(await metric('tchapbot_digests_sent_total')).toBe('1');
    expect(await metric('tchapbot_digests_late_total')).toBe('0');
    expect(told).toEqual([]);
  });

  it('that are late are counted and told, those that are missed are told', async () => {
    administration.digests.sent({ roomId: '!a:b.fr', period: '2026-W47', late: true });
    administration.digests.missed({ roomId: '!a:b.fr', period: '2026-W46' });
    await until('both', () => told.length === 2);
    expect(told.join('\n')).toMatch(/!a:b\.fr est parti en retard[\s\S]*!a:b\.fr n’est pas parti/);
    expect(await metric('tchapbot_digests_late_total')).toBe('1');
  });
});

it('the start and the stop are told', async () => {
  await administration.started();
  await administration.stopping('SIGTERM');
  expect(told).toEqual([
    expect.stringContaining('Le robot a démarré (version 0.1.0'),
    expect.stringContaining('SIGTERM'),
  ]);
});

it('answers of the homeserver are counted, and what is not known is no number', async () => {
  administration.homeserverAnswered(429);
  expect(await metric('tchapbot_homeserver_throttled_total')).toBe('1');
  expect(await metric('tchapbot_crypto_store_bytes')).toBe('Nan');
});
