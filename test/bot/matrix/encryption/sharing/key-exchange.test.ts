import { beforeEach, describe, expect, it } from 'vitest';
import type { Homeserver } from '../../../../../bot/matrix/encryption/homeserver.ts';
import { KeyExchange } from '../../../../../bot/matrix/encryption/sharing/key-exchange.ts';
import { DeviceLists, UserId } from '../../../../../bot/matrix/replacements/crypto/ids.ts';
import { KeyServer } from '../../../../support/matrix/key-server.ts';
import { OlmDevice } from '../../../../support/matrix/olm-device.ts';
import { until } from '../../../../support/matrix/transport.ts';

const [alice, bob, slow, bot] = ['@alice:t.fr', '@bob:t.fr', '@lent:loin.fr', '@bot:t.fr'];
let server: KeyServer;
let device: OlmDevice;
let exchange: KeyExchange;
/** Requests about whom nothing is answered until `release`. */
let held: RegExp | null;
let release: () => void;
let requests: string[];

beforeEach(async () => {
  server = new KeyServer();
  for (const user of [alice, bob, slow]) await OlmDevice.create(server, user, 'PHONE');
  device = await OlmDevice.create(server, bot, 'BOT');
  held = null;
  requests = [];
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const behind = server.as(bot, 'BOT');
  const homeserver: Homeserver = {
    async doRequest(method, endpoint, query, body) {
      const line = `${endpoint.replace('/_matrix/client/v3', '')} ${JSON.stringify(body)}`;
      requests.push(line);
      if (held?.test(line)) await released;
      return await behind.doRequest(method, endpoint, query, body);
    },
  };
  const { machine } = device;
  exchange = new KeyExchange({ machine, homeserver, log: { debug: () => {} }, patienceMs: 20 });
});

/** Whether a channel to these people is open. */
const isOpen = async (...users: readonly string[]): Promise<boolean> => {
  const ids = users.map((user) => new UserId(user));
  return device.machine.queryMarks(ids).size === 0 && (await device.machine.getMissingSessions(ids)) === null;
};
const queries = () => requests.filter((line) => line.startsWith('/keys/query'));

describe('keys for a room', () => {
  it('are asked for once, then known', async () => {
    await exchange.meet([alice, bob]);
    expect(await isOpen(alice, bob)).toBe(true);
    const before = requests.length;
    await exchange.meet([alice, bob]);
    expect(requests.slice(before)).toEqual([]);
  });

  it.each(['/keys/query', '/keys/claim'])('that hang (%s) hold up no other room', async (endpoint) => {
    held = new RegExp(`^${endpoint}.*lent`);
    const waiting = exchange.meet([slow]);
    await until('the hanging call', () => requests.some((line) => held?.test(line)));
    await exchange.meet([alice]);
    expect(await isOpen(alice)).toBe(true);
    release();
    await waiting;
    expect(await isOpen(slow)).toBe(true);
  });

  it('of somebody whom another room asks about are asked for again after a while', async () => {
    held = /^\/keys\/query.*lent/;
    const waiting = exchange.meet([slow, alice]);
    await until('the hanging call', () => queries().length === 1);
    await exchange.meet([alice]);
    expect(queries()).toHaveLength(2);
    expect(queries()[1]).not.toContain('lent');
    expect(await isOpen(alice)).toBe(true);
    release();
    await waiting;
    expect(await isOpen(alice, slow)).toBe(true);
  });

  it('are asked for again when the devices of somebody have changed while they were asked for', async () => {
    held = /^\/keys\/query.*alice/;
    const waiting = exchange.meet([alice]);
    await until('the hanging call', () => queries().length === 1);
    const changed = new DeviceLists([new UserId(alice)]);
    await device.machine.receiveSyncChanges('[]', changed, {}, []);
    held = null;
    release();
    await waiting;
    expect(await isOpen(alice)).toBe(false);
    await exchange.meet([alice]);
    expect(await isOpen(alice)).toBe(true);
  });

  it('fail with the answer of the homeserver, and are asked for again', async () => {
    server.before = (request) => {
      if (request.includes('/keys/query')) throw new Error('502');
    };
    await expect(exchange.meet([alice])).rejects.toThrow('502');
    server.before = () => {};
    await exchange.meet([alice]);
    expect(await isOpen(alice)).toBe(true);
  });
});

describe('what the machine has to say', () => {
  it('is sent on the side: one-time keys, and the devices that have changed, one server at a time', async () => {
    await exchange.meet([alice, slow]);
    held = /^\/keys\/query.*lent/;
    const changed = new DeviceLists([new UserId(alice), new UserId(slow)]);
    await device.machine.receiveSyncChanges('[]', changed, { signed_curve25519: 0 }, []);
    const before = requests.length;
    exchange.wake();
    await until('the keys', async () => (await isOpen(alice)) && requests.length > before + 2);
    expect(
      requests
        .slice(before)
        .map((line) => line.split(' ')[0])
        .toSorted(),
    ).toEqual(['/keys/query', '/keys/query', '/keys/upload']);
    expect(await isOpen(slow)).toBe(false);
    release();
    await until('the other devices', () => isOpen(slow));
  });
});
