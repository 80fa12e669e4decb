import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type CrossSigningSetup,
  ensureCrossSigning,
} from '../../../../bot/matrix/encryption/cross-signing.ts';
import { deviceStatus } from '../../../../bot/matrix/encryption/device-status.ts';
import { explainCrossSigning } from '../../../../bot/matrix/encryption/explain.ts';
import { refuseLostStore } from '../../../../bot/matrix/encryption/lost-store.ts';
import { readRecoveryFile } from '../../../../bot/matrix/encryption/recovery-file.ts';
import { KeyServer } from '../../../support/matrix/key-server.ts';
import { OlmDevice } from '../../../support/matrix/olm-device.ts';

const bot = '@bot:t.fr';
let server = new KeyServer();
let folder = '';

beforeEach(() => {
  server = new KeyServer();
  folder = mkdtempSync(join(tmpdir(), 'sign-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const recoveryFile = () => join(folder, 'recovery.key');
const setup = (device: OlmDevice, more: Partial<CrossSigningSetup> = {}): CrossSigningSetup => ({
  homeserver: server.as(bot, device.deviceId),
  machine: device.machine,
  userId: bot,
  password: null,
  recoveryKey: null,
  recoveryFile: recoveryFile(),
  ...more,
});
const newDevice = (id: string) => OlmDevice.create(server, bot, id);
const sign = async (id: string, more: Partial<CrossSigningSetup> = {}) => {
  const device = await newDevice(id);
  return { device, outcome: await ensureCrossSigning(setup(device, more)) };
};
const isSigned = async (device: OlmDevice) => (await deviceStatus(device.machine)).signed;

describe('at the first start', () => {
  it('the bot gets an identity, its device is signed, and the recovery key is written for its owner only', async () => {
    const { device, outcome } = await sign('FIRST');
    expect(outcome).toEqual({ kind: 'created', recoveryFile: recoveryFile() });
    expect(await isSigned(device)).toBe(true);
    expect(statSync(recoveryFile()).mode & 0o777).toBe(0o600);
    expect(explainCrossSigning(outcome)).toContain(recoveryFile());
  });

  it('the recovery key of the configuration is used, and no file is written', async () => {
    const key = new Uint8Array(32).fill(5);
    expect((await sign('FIRST', { recoveryKey: key })).outcome).toEqual({
      kind: 'created',
      recoveryFile: null,
    });
    expect(existsSync(recoveryFile())).toBe(false);
    expect((await sign('SECOND', { recoveryKey: key })).outcome.kind).toBe('restored');
  });

  it.each([
    [null, 'password-needed'],
    ['faux', 'password-wrong'],
  ])('a homeserver that asks for the password refuses %s', async (password, reason) => {
    server.password = 'juste';
    const { outcome } = await sign('FIRST', { password });
    expect(outcome).toEqual({ kind: 'refused', reason });
    expect(explainCrossSigning(outcome)).toContain('mot de passe');
  });

  it('a homeserver that asks for the password gets it', async () => {
    server.password = 'juste';
    const { device } = await sign('FIRST', { password: 'juste' });
    expect(await isSigned(device)).toBe(true);
  });
});

describe('at the next starts', () => {
  it('nothing is made or written again, even once the recovery file is put away', async () => {
    const { device } = await sign('FIRST');
    rmSync(recoveryFile());
    server.requests.length = 0;
    expect(await ensureCrossSigning(setup(device))).toEqual({ kind: 'already', recoveryFile: null });
    expect(server.requests.filter((request) => !request.startsWith('GET '))).toEqual(['POST /keys/query']);
    expect(existsSync(recoveryFile())).toBe(false);
  });

  it('an attempt cut short at any request is finished, with the same identity and a key that opens it', async () => {
    const total = (await requestsOfAFirstStart()).length;
    for (let cut = 0; cut < total; cut++) {
      server = new KeyServer();
      rmSync(recoveryFile(), { force: true });
      const device = await newDevice('FIRST');
      let left = cut;
      server.before = () => {
        if (left-- === 0) throw new Error('cut');
      };
      await expect(ensureCrossSigning(setup(device))).rejects.toThrow('cut');
      server.before = () => {};
      const identity = server.account(bot).master;
      await ensureCrossSigning(setup(device));
      expect(await isSigned(device)).toBe(true);
      if (identity !== null) expect(server.account(bot).master).toEqual(identity);
      expect((await sign('AFTER')).outcome.kind).toBe('restored');
    }
  });
});

const requestsOfAFirstStart = async (): Promise<readonly string[]> => {
  const device = await newDevice('FIRST');
  server.requests.length = 0;
  await ensureCrossSigning(setup(device));
  return server.requests;
};

describe('once the data folder is lost', () => {
  it('a new device is signed by the same identity with the recovery key', async () => {
    const { device: lost } = await sign('FIRST');
    const recoveryKey = readRecoveryFile(recoveryFile());
    rmSync(recoveryFile());
    const { device, outcome } = await sign('SECOND', { recoveryKey });
    expect(outcome).toEqual({ kind: 'restored', recoveryFile: null });
    expect(await isSigned(device)).toBe(true);
    const masterOf = async ({ machine }: OlmDevice) => (await machine.crossSigning.ownIdentity()).masterKey;
    expect(await masterOf(device)).toBe(await masterOf(lost));
  });

  it.each([
    [null, 'recovery-key-needed'],
    [new Uint8Array(32).fill(1), 'recovery-key-wrong'],
  ])('the device stays unsigned, with a reason, when the key is %s', async (recoveryKey, reason) => {
    await sign('FIRST');
    rmSync(recoveryFile());
    const { device, outcome } = await sign('SECOND', { recoveryKey });
    expect(outcome).toEqual({ kind: 'refused', reason });
    expect(await isSigned(device)).toBe(false);
    expect(explainCrossSigning(outcome)).toContain('clé de récupération');
  });

  it('starting again with the token of the lost device is refused, with what to do', async () => {
    const { device } = await sign('FIRST');
    const start = (deviceId: string) =>
      refuseLostStore(server.as(bot, deviceId), { userId: bot, deviceId, store: join(folder, 'store') });
    await expect(start(device.deviceId)).rejects.toThrow('clé de récupération');
    await expect(start('NEW')).resolves.toBeUndefined();
  });
});

describe('the recovery file', () => {
  it('says in French what it is, and is found again in its text', async () => {
    await sign('FIRST');
    const text = readFileSync(recoveryFile(), 'utf8');
    expect(text).toContain('Conservez-la ailleurs');
    expect(readRecoveryFile(recoveryFile())).toHaveLength(32);
  });
});

it('the fingerprint is shown in groups of four, as Element does', async () => {
  const { fingerprint, deviceId } = await deviceStatus((await newDevice('FIRST')).machine);
  expect(deviceId).toBe('FIRST');
  expect(fingerprint).toMatch(/^(?:[\w+/]{4} ){10}[\w+/]{3}$/);
});
