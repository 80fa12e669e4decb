import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cryptoStoreFile } from '@matrix-org/matrix-sdk-crypto-nodejs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAccount } from '../../../../bot/matrix/account/open-account.ts';
import { cryptoFolder } from '../../../../bot/matrix/encryption/open-encryption.ts';
import type { TchapClient } from '../../../../bot/matrix/http/client.ts';
import { createMemoryQueues } from '../../../support/queues/memory-queues.ts';

const userId = '@bot:agent.test.tchap.gouv.fr';
let folder: string;
let queues = createMemoryQueues();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'account-'));
  queues = createMemoryQueues();
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
});

const openAs = (deviceId: string) => {
  const client = { getWhoAmI: async () => ({ user_id: userId, device_id: deviceId }) } as TchapClient;
  const line = (): void => {};
  const log = { debug: line, info: line, warn: line, error: line };
  const options = {
    userId,
    homeserverUrl: 'https://t.fr',
    dataFolder: folder,
    now: Date.now,
    log,
    queues,
  };
  return openAccount(client, options, new AbortController().signal);
};

describe('a token of another device than the one known', () => {
  it('is refused while the keys of the known device are there', async () => {
    await openAs('ANCIEN');
    mkdirSync(cryptoFolder(folder));
    writeFileSync(join(cryptoFolder(folder), cryptoStoreFile), '');
    await expect(openAs('NOUVEAU')).rejects.toThrow(/ANCIEN.*supprimez le dossier « crypto »/);
  });

  it('is taken once these keys are gone, so that the registers of the database survive them', async () => {
    await openAs('ANCIEN');
    await expect(openAs('NOUVEAU')).resolves.toEqual({ userId, deviceId: 'NOUVEAU' });
    expect(await queues.values.get('device_id')).toBe('NOUVEAU');
  });
});
