import { describe, expect, it } from 'vitest';
import { pagesOf } from '../../../bot/health/pages.ts';
import { hindrances } from '../../../bot/health/readiness.ts';
import { createStoreProbe } from '../../../bot/health/store-probe.ts';
import { openDatabase } from '../../../bot/store/database.ts';
import type { TransportStatus } from '../../../bot/transport.ts';
import { idleStatus } from '../../support/commands/operations.ts';

const NOW = 1_000_000;
const running: TransportStatus = {
  ...idleStatus,
  state: 'running',
  lastSyncAt: NOW - 30_000,
  fingerprint: 'abcd',
};

describe('the bot is ready', () => {
  it.each<[string, Partial<TransportStatus>, boolean, readonly string[]]>([
    ['when all is well', {}, true, []],
    [
      'not while it starts',
      { state: 'starting', lastSyncAt: null, fingerprint: null },
      true,
      ['starting', 'crypto-closed'],
    ],
    ['not while the homeserver is away', { state: 'reconnecting' }, true, ['reconnecting']],
    ['not when the account has expired', { state: 'account-expired' }, true, ['account-expired']],
    ['not when the account is refused', { state: 'account-refused' }, true, ['account-refused']],
    [
      'not when the disk is full',
      { state: 'storage-failing' },
      false,
      ['storage-failing', 'store-not-writable'],
    ],
    ['not when the last sync is old', { lastSyncAt: NOW - 90_001 }, true, ['sync-stale']],
    ['during a long poll', { lastSyncAt: NOW - 89_000 }, true, []],
    ['not without encryption', { fingerprint: null }, true, ['crypto-closed']],
    ['not when it stops', { state: 'stopped' }, true, ['stopped']],
  ])('%s', (_, change, writable, expected) => {
    expect(hindrances({ ...running, ...change }, writable, NOW)).toEqual(expected);
  });
});

describe('/readyz', () => {
  const page = async (status: TransportStatus) => {
    const pages = pagesOf({
      version: '0.1.0',
      status: () => status,
      storeWritable: async () => true,
      now: () => NOW,
      metrics: { text: async () => '', contentType: 'text/plain' },
    });
    return pages.get('/readyz')?.();
  };

  it('is 200 when the bot is ready', async () => {
    expect(await page(running)).toMatchObject({ status: 200, body: '{"ready":true,"reasons":[]}\n' });
  });

  it('is 503 with the reason in JSON otherwise', async () => {
    const answer = await page({ ...running, state: 'account-expired' });
    expect(answer?.status).toBe(503);
    expect(JSON.parse(answer?.body ?? '')).toEqual({
      ready: false,
      reasons: [{ code: 'account-expired', message: expect.stringContaining('courriel') }],
    });
  });
});

describe('the probe of the store', () => {
  it('writes, at most every five seconds, and notices a database that refuses', async () => {
    const database = await openDatabase(':memory:');
    let now = 0;
    const probe = createStoreProbe(database, () => now);
    expect(await probe()).toBe(true);
    await database.destroy();
    expect(await probe()).toBe(true);
    now = 5000;
    expect(await probe()).toBe(false);
  });
});
