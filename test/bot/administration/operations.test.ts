import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOperations } from '../../../bot/administration/operations.ts';
import { compose } from '../../../bot/compose.ts';
import { type LoadedParts, loadPartsInTurns } from '../../../bot/load-parts.ts';
import { createLog } from '../../../bot/log/log.ts';
import { type ReloadableBot, reloadable } from '../../../bot/reload/reloadable.ts';
import { NO_RIGHTS } from '../../../bot/rights/rights.ts';
import { type Database, openDatabase } from '../../../bot/store/database.ts';
import { saveRoom } from '../../../bot/store/queues/rooms.ts';
import { projectFile } from '../../../knowledge/data-file.ts';
import { botState, idleStatus } from '../../support/commands/operations.ts';
import { message, messagesOf } from '../../support/messages.ts';

let folder: string;
let database: Database;
let offersFile: string;
let left: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'operations-'));
  offersFile = join(folder, 'offers.yaml');
  copyFileSync(projectFile('offers.yaml'), offersFile);
  database = await openDatabase(':memory:');
  left = [];
});
afterEach(async () => {
  await database.destroy();
  rmSync(folder, { recursive: true });
});

const clock = { now: () => Date.parse('2026-11-22T11:00:00Z') };
const log = createLog({ level: 'silent' });

const composed = (load: () => Promise<LoadedParts> = () => loadPartsInTurns(sources())): ReloadableBot =>
  reloadable(
    (loaded) => compose({ ...sources(), loaded, language: 'auto', rights: NO_RIGHTS, clock, log }),
    load,
  );
const sources = () => ({ corpusFolder: null, offersFile });

/** Building a bot takes a second: only those who reload it do. */
const operationsOf = (bot: Pick<ReloadableBot, 'knowledge' | 'reload'>) =>
  createOperations({
    version: '0.1.0',
    knowledge: () => bot.knowledge,
    reload: () => bot.reload(),
    status: () => ({ ...idleStatus, state: 'running', lastSyncAt: clock.now() - 3000, deviceId: 'ABC' }),
    leave: async (roomId) => {
      if (roomId.startsWith('!refuse')) throw new Error('403');
      left.push(roomId);
    },
    nameOf: async (roomId) => (roomId === '!a:b.fr' ? 'Projet' : null),
    backUp: async () => ({ kind: 'failed', message: 'non' }),
    verifying: () => null,
    renewedOn: () => '2026-01-15',
    usage: async () => [{ day: '2026-11-22', answers: 9, people: 3, rooms: 2 }],
    database,
    adminRoom: () => '!admin:b.fr',
    replaced: () => [{ setting: 'administration.room', from: '!avant:b.fr', to: '!admin:b.fr' }],
    userId: '@robot:b.fr',
    clock,
    log,
  });

const setUp = () => {
  const bot = composed();
  return { bot, operations: operationsOf(bot) };
};
const operations = () => operationsOf({ knowledge: botState(), reload: async () => {} });

const ANOTHER = `date: 2026-11-20
edition: Édition d’essai
official: { qualified: "https://cyber.gouv.fr/a", in_progress: "https://cyber.gouv.fr/b" }
sources: { anssi: "Catalogue ANSSI" }
offers:
  - { provider: Essai, offer: Nuage d’essai, services: [IaaS], status: qualified, qualified_on: 2026-11-01,
      expires_on: 2029-11-01, referential: "3.2", as_of: 2026-11-20, confidence: high, source: anssi }
`;

describe('reloading', () => {
  it('puts new data in service at once, without losing the bot', async () => {
    const { bot, operations } = setUp();
    writeFileSync(offersFile, ANOTHER);
    expect(await operations.reload()).toMatchObject({
      kind: 'reloaded',
      before: { catalogue: { date: expect.not.stringContaining('2026-11-20') } },
      after: { catalogue: { edition: 'Édition d’essai', date: '2026-11-20', offers: 1 } },
    });
    const [answer] = await bot.handler(message({ text: '!offres secnumcloud iaas' }));
    expect(JSON.stringify(answer)).toContain('Nuage d’essai');
  });

  it('keeps what is in service when the new data are wrong, and says what is wrong', async () => {
    const { bot, operations } = setUp();
    const before = bot.knowledge;
    writeFileSync(offersFile, ANOTHER.replace('date: 2026-11-20', 'date: hier'));
    expect(await operations.reload()).toMatchObject({
      kind: 'kept',
      message: expect.stringMatching(/offers\.yaml[\s\S]*date : lu "hier"/),
    });
    expect(bot.knowledge).toBe(before);
    const [answer] = messagesOf(await bot.handler(message({ text: '!regle R9' })));
    expect(answer?.answer.kind).toBe('passages');
  });
});

describe('the state', () => {
  it('joins what the bot knows and what the transport says', async () => {
    expect(await operations().state()).toMatchObject({
      version: '0.1.0',
      uptime: 0,
      corpus: { documents: expect.any(Number), version: expect.stringMatching(/^[0-9a-f]+$/) },
      server: {
        link: 'running',
        syncAge: 3,
        deviceId: 'ABC',
        usage: [{ answers: 9 }],
        account: { kind: 'valid', expiresOn: '2027-02-15' },
      },
    });
  });
});

describe('rooms', () => {
  beforeEach(async () => {
    await saveRoom(database, '!a:b.fr', {
      encryption: '{}',
      members: 4,
      access_rule: 'restricted',
      inviter: '@c:b.fr',
    });
    await saveRoom(database, '!refuse:b.fr', {});
    await saveRoom(database, '!gone:b.fr', { membership: 'leave' });
    await saveRoom(database, '!admin:b.fr', { encryption: '{}', members: 3 });
  });

  it('are those that the bot is in', async () => {
    const rooms = await operations().rooms();
    expect(rooms.map(({ roomId }) => roomId)).toEqual(['!a:b.fr', '!admin:b.fr', '!refuse:b.fr']);
    expect(rooms[0]).toEqual({
      roomId: '!a:b.fr',
      room: 'private',
      encrypted: true,
      members: 4,
      name: 'Projet',
      inviter: '@c:b.fr',
    });
    expect(rooms[2]).toMatchObject({ name: null, inviter: null });
  });

  it.each([
    ['!a:b.fr', 'left', ['!a:b.fr']],
    ['!gone:b.fr', 'unknown', []],
    ['!never:b.fr', 'unknown', []],
    ['!admin:b.fr', 'admin-room', []],
    ['!refuse:b.fr', 'failed', []],
  ] as const)('leaving %s: %s', async (roomId, outcome, gone) => {
    expect(await operations().leave(roomId)).toBe(outcome);
    expect(left).toEqual(gone);
  });
});
