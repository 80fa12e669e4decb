import { MatrixError } from 'matrix-bot-sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { Verification, type VerificationOptions } from '../../../../bot/matrix/verification/verification.ts';
import type { Queues } from '../../../../bot/queues/queues.ts';
import { createMemoryQueues } from '../../../support/queues/memory-queues.ts';

const ROOM = '!direct:x';
const ALICE = '@alice:x';
const BOT = '@bot:x';
const NOW = Date.UTC(2026, 10, 27);
const nothing = () => {};
/** A machine that knows nobody: these tests are about what is declined. */
const strangers = {
  meet: async () => {},
  find: () => null,
  receive: async () => {},
  receiveAgain: async () => {},
  toSay: async () => [],
  markAsSent: async () => {},
};
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
let queues: Queues;
let toDevices: [string, Record<string, Record<string, Record<string, unknown>>>][];
let events: { roomId: string; type: string; transaction: string; content: Record<string, unknown> }[];
let failures: number;
let encrypted: boolean;
let verification: Verification;

beforeEach(() => {
  queues = createMemoryQueues();
  toDevices = [];
  events = [];
  failures = 0;
  encrypted = true;
  verification = new Verification(
    {
      queues,
      log,
      now: () => NOW,
      adminRoom: '!admin:x',
      bots: ['@autre:x'],
      device: { userId: BOT, deviceId: 'ROBOT', fingerprint: 'RpVy BLiC', signed: true },
      operators: [],
      externals: { servers: [], contact: '' },
      invitations: { homeservers: [], users: [] },
      core: strangers,
      wakeSender: nothing,
      client: {
        doRequest: async (_: string, path: string, __: unknown, body: { messages: never }) => {
          if (failures-- > 0) throw new MatrixError({ errcode: 'M_UNKNOWN', error: 'no' }, 500);
          toDevices.push([path.split('/').at(-2) ?? '', body.messages]);
        },
        putEvent: async (roomId, type, transaction, content) => {
          events.push({ roomId, type, transaction, content });
          return '$annulation';
        },
      } as VerificationOptions['client'],
      crypto: {
        isEncrypted: async () => encrypted,
        encrypt: async (_, type, content) => ({ sealed: type, ...content }),
      },
    },
    new AbortController().signal,
  );
});

const asked = (change: object = {}, content: object = {}) => ({
  type: 'm.key.verification.request',
  sender: ALICE,
  content: { from_device: 'TEL', transaction_id: 't1', timestamp: NOW, methods: ['m.sas.v1'], ...content },
  ...change,
});
const askedIn = (content: object = {}, sender = ALICE) => ({
  type: 'm.room.message',
  event_id: '$demande',
  sender,
  origin_server_ts: NOW,
  content: { msgtype: 'm.key.verification.request', body: 'verify', to: BOT, from_device: 'TEL', ...content },
});
const saidIn = async (roomId: string) => {
  const rows = await queues.outbox.waitingIn(roomId, 10);
  const found = await Promise.all(rows.map(({ id }) => queues.outbox.find(id)));
  return found.map((row) => String(JSON.parse(row?.content ?? '{}').body));
};

describe('a request to verify, between devices, without an operator,', () => {
  it('is cancelled with a reason and the fingerprint, and told to the operators', async () => {
    await verification.heard(asked());
    const reason = expect.stringMatching(/ne prouverait rien.*ROBOT : RpVy BLiC/);
    const cancel = { transaction_id: 't1', code: 'm.user', reason };
    expect(toDevices).toEqual([['m.key.verification.cancel', { [ALICE]: { TEL: cancel } }]]);
    expect(await saidIn('!admin:x')).toEqual([expect.stringMatching(/@alice:x a demandé.*RpVy BLiC/)]);
  });

  it('is cancelled once, however often it comes', async () => {
    await verification.heard(asked());
    await verification.heard(asked());
    await verification.heard(asked({}, { transaction_id: 't2' }));
    expect(toDevices).toHaveLength(2);
    expect(await saidIn('!admin:x')).toHaveLength(1);
  });

  it('is cancelled when the homeserver is back', async () => {
    failures = 1;
    await verification.heard(asked());
    expect(toDevices).toHaveLength(1);
  });

  it.each([
    ['of ten minutes ago', asked({}, { timestamp: NOW - 10 * 60_000 - 1 })],
    ['of a clock far ahead', asked({}, { timestamp: NOW + 5 * 60_000 + 1 })],
    ['without a device', asked({}, { from_device: undefined })],
    ['that is none', asked({ type: 'm.key.verification.start' })],
    ['that is nothing', null],
  ])('%s has no answer', async (_, event) => {
    await verification.heard(event);
    expect(toDevices).toEqual([]);
  });
});

describe('a request to verify, in a room, without an operator,', () => {
  it('is cancelled there, encrypted, and the fingerprint is given in words', async () => {
    const said = await verification.hearIn(ROOM, askedIn());
    expect(events).toMatchObject([
      {
        roomId: ROOM,
        type: 'm.room.encrypted',
        content: {
          sealed: 'm.key.verification.cancel',
          code: 'm.user',
          reason: expect.stringContaining('RpVy BLiC'),
          'm.relates_to': { rel_type: 'm.reference', event_id: '$demande' },
        },
      },
    ]);
    expect(said).toMatchObject([{ roomId: ROOM, cause: '$demande', content: { msgtype: 'm.notice' } }]);
    expect(JSON.stringify(said)).toMatch(/ROBOT[\s\u00a0]: RpVy BLiC/);
  });

  it('is cancelled in clear where nothing is encrypted', async () => {
    encrypted = false;
    await verification.hearIn(ROOM, askedIn());
    expect(events).toMatchObject([{ type: 'm.key.verification.cancel', content: { code: 'm.user' } }]);
  });

  it('handled twice is cancelled under the same transaction', async () => {
    await verification.hearIn(ROOM, askedIn());
    await verification.hearIn(ROOM, askedIn());
    expect(new Set(events.map(({ transaction }) => transaction)).size).toBe(1);
  });

  it('repeated in the same minute gets no second sentence', async () => {
    await verification.hearIn(ROOM, askedIn());
    expect(await verification.hearIn(ROOM, { ...askedIn(), event_id: '$encore' })).toEqual([]);
    expect(events).toHaveLength(2);
  });

  it.each([
    ['to somebody else', askedIn({ to: '@bob:x' })],
    ['by another robot', askedIn({}, '@autre:x')],
    ['of our own', askedIn({}, BOT)],
    ['that is a text', askedIn({ msgtype: 'm.text' })],
  ])('%s is left alone', async (_, event) => {
    expect(await verification.hearIn(ROOM, event)).toBeNull();
    expect(events).toEqual([]);
  });
});
