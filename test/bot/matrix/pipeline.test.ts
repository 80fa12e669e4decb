import { beforeEach, describe, expect, it } from 'vitest';
import { type RoomCrypto, Undecryptable } from '../../../bot/matrix/encryption/room-crypto.ts';
import { readEnvelope, toReceived } from '../../../bot/matrix/events/envelope.ts';
import { explainLocked, tidy } from '../../../bot/matrix/maintenance.ts';
import { Workers } from '../../../bot/matrix/sync/room-workers.ts';
import type { Incoming } from '../../../bot/messages.ts';
import { parrot } from '../../support/matrix/transport.ts';
import { createMemoryQueues } from '../../support/queues/memory-queues.ts';

const room = '!salon:x';
let queues = createMemoryQueues();
let clock = Date.UTC(2026, 10, 22);
const now = () => clock;
const nothing = () => {};
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
const stop = new AbortController();

/** Keys held by the bot; `forged` is that of somebody who signs for another. */
let keys: Set<string>;
/** Attempts at reading an event; what happens when one fails. */
let attempts = 0;
let onDecrypt: () => void = nothing;
const crypto: RoomCrypto = {
  async decrypt(_, event) {
    attempts++;
    const { session_id: session, body } = event.content as { session_id: string; body: string };
    if (session === 'forged') throw new Undecryptable('forged', 'MismatchedSender');
    if (!keys.has(session)) {
      onDecrypt();
      throw new Undecryptable('locked', 'MissingRoomKey');
    }
    return { ...event, type: 'm.room.message', content: { msgtype: 'm.text', body } };
  },
  isEncrypted: async () => true,
  encrypt: async (_roomId, _type, content) => content,
};

let heard: Incoming[];
let workers: Workers;

beforeEach(async () => {
  queues = createMemoryQueues();
  await queues.rooms.save(room, { membership: 'join', members: 2, direct: 1 });
  keys = new Set(['connue']);
  onDecrypt = nothing;
  heard = [];
  const handler = parrot(heard);
  const externals = { servers: [], contact: '' };
  const self = () => ({ userId: '@bot:x', displayName: null });
  const render = () => [{ body: 'réponse', html: '' }];
  const overhears = async () => false;
  workers = new Workers(
    {
      queues,
      crypto,
      handler,
      externals,
      invitations: { homeservers: [], users: [] },
      self,
      render,
      overhears,
      now,
      log,
      bots: [],
      adminRoom: '!admin:x',
      count: nothing,
      working: () => nothing,
      wakeSender: nothing,
    },
    stop.signal,
  );
});

/** An encrypted event arrives; returns whether it was stored. */
const arrive = async (id: string, session: string, body = id): Promise<boolean> => {
  const event = {
    type: 'm.room.encrypted',
    event_id: id,
    sender: '@alice:x',
    origin_server_ts: clock,
    content: {
      algorithm: 'm.megolm.v1.aes-sha2',
      session_id: session,
      ciphertext: `chiffre de ${body}`,
      body,
    },
  };
  const envelope = readEnvelope(event);
  const row = envelope === null ? null : toReceived(room, envelope, event);
  return row !== null && (await queues.inbox.receive(row, clock));
};

const work = async (): Promise<void> => {
  workers.wake(room);
  await workers.idle();
};

const said = () => heard.map((incoming) => (incoming.kind === 'message' ? incoming.text : ''));
const queued = () => queues.tables.outbox.map((row) => row.room_id);

describe('encrypted messages', () => {
  it('keep only their ciphertext, and nothing once answered', async () => {
    await arrive('$a', 'connue');
    await work();
    expect(said()).toEqual(['$a']);
    expect(queues.tables.inbox).toMatchObject([{ event: null, state: 'done' }]);
  });

  it('whose key is late do not hold the others back, and are answered when it comes', async () => {
    await arrive('$a', 'tardive');
    await arrive('$b', 'connue');
    await work();
    expect(said()).toEqual(['$b']);
    keys.add('tardive');
    expect(await queues.inbox.unlock(room, 'tardive')).toBe(1);
    await work();
    expect(said()).toEqual(['$b', '$a']);
  });

  it('may be taken back more often than a failing message is tried, and still be answered', async () => {
    await arrive('$a', 'tardive');
    await work();
    for (let start = 0; start < 4; start++) {
      await queues.inbox.unlock(room, 'tardive');
      await work();
    }
    expect(queued()).toEqual([]);
    keys.add('tardive');
    await queues.inbox.unlock(room, 'tardive');
    await work();
    expect(said()).toEqual(['$a']);
  });

  it('whose key is missing are tried once for all those of a session, before what can be read', async () => {
    for (let index = 0; index < 40; index++)
      await arrive(`$perdu${index}`, index < 20 ? 'perdue' : 'perdue-2');
    await arrive('$b', 'connue');
    attempts = 0;
    await work();
    expect(said()).toEqual(['$b']);
    // Twice for each missing key, once for the one that is there.
    expect(attempts).toBe(5);
    keys.add('perdue');
    expect(await queues.inbox.unlock(room, 'perdue')).toBe(20);
    await work();
    expect(said()).toHaveLength(21);
  });

  it('whose key comes while they are set aside are all taken back', async () => {
    for (let index = 0; index < 5; index++) await arrive(`$a${index}`, 'tardive');
    onDecrypt = () => keys.add('tardive');
    await work();
    expect(said()).toEqual(['$a0', '$a1', '$a2', '$a3', '$a4']);
  });

  it('whose sender is forged are not heard', async () => {
    await arrive('$a', 'forged');
    await work();
    expect(said()).toEqual([]);
    expect(await queues.outbox.hasToSend([])).toBe(false);
  });

  it('are not heard again under another event id', async () => {
    expect(await arrive('$a', 'connue', 'ordre')).toBe(true);
    expect(await arrive('$b', 'connue', 'ordre')).toBe(false);
    await work();
    expect(said()).toEqual(['ordre']);
  });

  it('that cannot be read are explained once an hour in their room, and to the administrators', async () => {
    const options = { queues, now, log, adminRoom: '!admin:x' };
    await arrive('$a', 'perdue');
    await work();
    expect(await explainLocked(options)).toBe(0);
    clock += 20_000;
    expect(await explainLocked(options)).toBe(1);
    expect(queued()).toEqual([room, '!admin:x']);
    await arrive('$b', 'perdue');
    await work();
    clock += 20_000;
    await explainLocked(options);
    expect(queued()).toHaveLength(2);
    clock += 3_600_000;
    await explainLocked(options);
    expect(queued()).toHaveLength(2);
    await arrive('$c', 'perdue');
    await work();
    clock += 20_000;
    await explainLocked(options);
    expect(queued()).toHaveLength(4);
    clock += 13 * 3_600_000;
    await tidy(options);
    keys.add('perdue');
    expect(await queues.inbox.unlock(room, 'perdue')).toBe(0);
  });
});
