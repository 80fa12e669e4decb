import { afterEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../../bot/store/database.ts';
import { saveRoom } from '../../../../bot/store/queues/rooms.ts';
import { createDigestLedger, type PlannedRun } from '../../../../bot/store/records/digest-ledger.ts';
import { createDigestStore } from '../../../../bot/store/records/digest-store.ts';
import { DEFAULT_TIME } from '../../../../knowledge/digest/subscription.ts';
import { digestStoreContract } from '../../../support/contracts/digest-store.ts';
import { saying } from '../../../support/matrix/transport.ts';

const ROOM = '!projet:example.org';
const NEW = '!nouveau:example.org';
const DAY = 24 * 3_600_000;

let database: Database | null = null;
const open = async (): Promise<Database> => {
  await database?.destroy();
  database = await openDatabase(':memory:');
  return database;
};
afterEach(async () => {
  await database?.destroy();
  database = null;
});

digestStoreContract('digests in the database', async () => createDigestStore(await open()));

const run = (fields: Partial<PlannedRun> = {}): PlannedRun => ({
  roomId: ROOM,
  periods: ['2026-W48', '2026-11-23'],
  outgoing: {
    roomId: ROOM,
    answer: saying('une échéance'),
    replyTo: null,
    thread: null,
    msgtype: 'notice',
    mentions: [],
    edits: null,
    cause: `digest/${ROOM}/2026-W48`,
    priority: 'scheduled',
  },
  listed: [{ origin: ROOM, number: 12 }],
  told: [{ origin: ROOM, number: 12, due: '2026-12-01', stage: 30 }],
  ...fields,
});

describe('the ledger of digests', () => {
  const opened = async () => {
    const base = await open();
    const store = createDigestStore(base);
    await saveRoom(base, ROOM, {});
    await store.subscribe(
      { roomId: ROOM, ...DEFAULT_TIME, since: 0, pausedUntil: null },
      '@camille:example.org',
    );
    return { base, store, ledger: createDigestLedger(base) };
  };

  it('writes a period down once, with what it lists and announces', async () => {
    const { store, ledger } = await opened();
    expect(await ledger.plan(run(), 1)).toBe(true);
    expect(await ledger.plan(run({ listed: [{ origin: ROOM, number: 99 }], told: [] }), 2)).toBe(false);
    expect(await ledger.planned()).toEqual([{ period: '2026-W48', outgoing: run().outgoing }]);
    expect(await store.listed(ROOM, `digest/${ROOM}/2026-W48`)).toEqual([{ origin: ROOM, number: 12 }]);
    expect(await store.told(ROOM)).toEqual(run().told);
  });

  it('forgets the text once the transport has it, never the period', async () => {
    const { base, ledger } = await opened();
    await ledger.plan(run(), 1);
    await ledger.queued(ROOM, '2026-W48');
    expect(await ledger.planned()).toEqual([]);
    expect(await ledger.plan(run(), 2)).toBe(false);
    const rows = await base
      .selectFrom('digest_runs')
      .select(['period', 'state', 'outgoing'])
      .orderBy('period')
      .execute();
    expect(rows).toEqual([
      { period: '2026-11-23', state: 'empty', outgoing: null },
      { period: '2026-W48', state: 'queued', outgoing: null },
    ]);
  });

  it('knows the latest week and day of each room that the bot is in', async () => {
    const { base, ledger } = await opened();
    expect(await ledger.standings()).toMatchObject([{ lastWeek: null, lastDay: null }]);
    await ledger.plan(run(), 1);
    await ledger.plan(run({ periods: ['2026-11-24'], outgoing: null }), 1);
    await ledger.skip(ROOM, '2026-W49', 1);
    expect(await ledger.standings()).toMatchObject([{ lastWeek: '2026-W49', lastDay: '2026-11-24' }]);
    await saveRoom(base, ROOM, { membership: 'leave' });
    expect(await ledger.standings()).toEqual([]);
  });

  it('tidies what is old, but no message that was not handed over', async () => {
    const { base, ledger } = await opened();
    await ledger.plan(run(), 1);
    await ledger.tidy(DAY);
    expect(await ledger.planned()).toHaveLength(1);
    await ledger.queued(ROOM, '2026-W48');
    await ledger.tidy(DAY);
    expect(await base.selectFrom('digest_runs').selectAll().execute()).toEqual([]);
  });

  it('goes with a room that is replaced: the week that was sent is not sent there again', async () => {
    const { base, store, ledger } = await opened();
    await ledger.plan(run(), 1);
    await ledger.queued(ROOM, '2026-W48');
    await saveRoom(base, NEW, {});
    await store.move(ROOM, NEW, 0);
    expect(await ledger.standings()).toMatchObject([{ subscription: { roomId: NEW }, lastWeek: '2026-W48' }]);
    expect(await store.told(NEW)).toEqual([{ origin: NEW, number: 12, due: '2026-12-01', stage: 30 }]);
  });
});
