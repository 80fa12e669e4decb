import { beforeEach, describe, expect, it } from 'vitest';
import { CONTRADICTED } from '../../../../bot/matrix/encryption/room-crypto.ts';
import { ContradictedEncryption, RoomEncryption } from '../../../../bot/matrix/encryption/room-encryption.ts';
import { type ICryptoRoomInformation, MatrixError } from '../../../../bot/matrix/http/sdk.ts';
import { ClearRooms } from '../../../../bot/matrix/rooms/clear-rooms.ts';

const room = '!r:t.fr';
const megolm = { algorithm: 'm.megolm.v1.aes-sha2' };
const refusal = (status: number, errcode: string) => () => {
  throw new MatrixError({ errcode, error: '' }, status);
};
const notFound = refusal(404, 'M_NOT_FOUND');

let answer: () => unknown = notFound;
let asked = 0;
let now = 0;
let clear: ClearRooms;
let stored = new Map<string, ICryptoRoomInformation>();
let rooms: RoomEncryption;

beforeEach(() => {
  answer = notFound;
  stored = new Map();
  asked = 0;
  now = 0;
  clear = new ClearRooms(() => now);
  rooms = new RoomEncryption(
    {
      getRoomStateEvent: async () => {
        asked++;
        return answer();
      },
    },
    {
      getRoom: async (id) => stored.get(id) as ICryptoRoomInformation,
      storeRoom: async (id, config) => void stored.set(id, config),
    },
    clear,
  );
});

const message = { type: 'm.room.message', content: {} };
const encryption = { type: 'm.room.encryption', state_key: '', content: megolm };
/** An answer of `/sync` that speaks of the room. */
const sync = (given: object) => ({ next_batch: 's', rooms: { join: { [room]: given } } });
const pass = (ms: number): void => {
  now += ms;
};
const said = (...events: object[]) => sync({ timeline: { events } });

describe('whether a room is encrypted', () => {
  it('no, only when the homeserver says that there is no such state', async () => {
    expect(await rooms.isEncrypted(room)).toBe(false);
  });

  it.each<[string, () => unknown]>([
    ['429', refusal(429, 'M_LIMIT_EXCEEDED')],
    ['500', refusal(500, 'M_UNKNOWN')],
    ['404 of a proxy', refusal(404, 'M_UNKNOWN')],
    ['403', refusal(403, 'M_FORBIDDEN')],
    [
      'connection reset',
      () => {
        throw new Error('ECONNRESET');
      },
    ],
  ])('cannot be told, and is an error, on: %s', async (_title, given) => {
    answer = given;
    await expect(rooms.isEncrypted(room)).rejects.toThrow();
    expect(stored.size).toBe(0);
  });

  it.each<[string, unknown]>([
    ['Megolm', megolm],
    ['an algorithm that we do not know', { algorithm: 'm.other' }],
    ['an algorithm that is no text', { algorithm: 7 }],
    ['an empty content', {}],
    ['no content', null],
  ])('yes, with %s', async (_title, content) => {
    answer = () => content;
    expect(await rooms.isEncrypted(room)).toBe(true);
  });

  it('yes for ever, whatever the homeserver says later', async () => {
    answer = () => megolm;
    await rooms.isEncrypted(room);
    answer = notFound;
    expect(await rooms.isEncrypted(room)).toBe(true);
  });

  it('is asked once as long as the synchronisation goes on to show that it is not', async () => {
    for (let turn = 0; turn < 5; turn++) {
      expect(await rooms.isEncrypted(room)).toBe(false);
      now += 9000;
      clear.hear(said(message));
    }
    expect(asked).toBe(1);
  });

  it.each<[string, () => void]>([
    ['ten seconds without a word of the room', () => pass(10_001)],
    [
      'the same while other rooms are heard',
      () => {
        pass(10_001);
        clear.hear({
          next_batch: 's',
          rooms: { join: { '!other:t.fr': { timeline: { events: [message] } } } },
        });
      },
    ],
    [
      'answers that bring nothing of it',
      () => {
        pass(10_001);
        clear.hear(sync({ timeline: { events: [] } }));
      },
    ],
    ['a synchronisation that fails', () => clear.forget()],
    [
      'a part of the timeline that is missing',
      () => clear.hear(sync({ timeline: { events: [message], limited: true } })),
    ],
    ['a timeline that cannot be read', () => clear.hear(sync({ timeline: 'x' }))],
    ['a room that cannot be read', () => clear.hear({ rooms: { join: { [room]: 7 } } })],
    ['its encryption in the timeline', () => clear.hear(said(message, encryption, message))],
    ['its encryption in the state', () => clear.hear(sync({ state: { events: [encryption] } }))],
  ])('is asked again after %s', async (_title, passes) => {
    await rooms.isEncrypted(room);
    passes();
    answer = () => megolm;
    expect(await rooms.isEncrypted(room)).toBe(true);
    expect(asked).toBe(2);
  });

  it('is not forgotten by a restart when its state denies the encryption that was heard', async () => {
    clear.hear(said(encryption));
    await expect(rooms.isEncrypted(room)).rejects.toMatchObject({ code: CONTRADICTED });
    const later = new RoomEncryption(
      { getRoomStateEvent: async () => answer() },
      { getRoom: async (id) => stored.get(id) as ICryptoRoomInformation, storeRoom: async () => {} },
      new ClearRooms(() => now),
    );
    await expect(later.isEncrypted(room)).rejects.toMatchObject({ code: CONTRADICTED });
  });

  it('cannot be told while its state denies the encryption that was heard, and can once it confirms it', async () => {
    clear.hear(said(encryption));
    await expect(rooms.isEncrypted(room)).rejects.toMatchObject({ code: CONTRADICTED });
    pass(20_000);
    clear.forget();
    await expect(rooms.isEncrypted(room)).rejects.toMatchObject({ code: CONTRADICTED });
    answer = () => megolm;
    expect(await rooms.isEncrypted(room)).toBe(true);
  });

  it('is not taken for clear by an answer that left before the encryption was heard', async () => {
    answer = () => {
      clear.hear(said(encryption));
      throw new MatrixError({ errcode: 'M_NOT_FOUND', error: '' }, 404);
    };
    await expect(rooms.isEncrypted(room)).rejects.toThrow(ContradictedEncryption);
    expect(clear.isClear(room)).toBe(false);
    expect(
      clear.mayLeave('PUT', `https://t.fr/rooms/${encodeURIComponent(room)}/send/m.room.message/t`),
    ).toBe(false);
  });

  it.each([
    ['a message that bears the type of the state', { ...encryption, state_key: undefined }],
    ['such a state without content', { ...encryption, content: 'x' }],
  ])('does not change by %s', async (_title, event) => {
    await rooms.isEncrypted(room);
    clear.hear(said(event));
    expect(clear.isClear(room)).toBe(true);
  });
});

describe('what is remembered of a room', () => {
  it('its periods, when they are counts', async () => {
    await rooms.remember(room, { ...megolm, rotation_period_ms: 3_600_000, rotation_period_msgs: -1 });
    expect(stored.get(room)).toEqual({ ...megolm, rotation_period_ms: 3_600_000 });
  });

  it('Megolm, even when a later event withdraws it', async () => {
    await rooms.remember(room, { ...megolm, rotation_period_msgs: 5 });
    await rooms.remember(room, {});
    expect(stored.get(room)).toEqual({ ...megolm, rotation_period_msgs: 5 });
  });

  it('Megolm, when a room had something unusable before', async () => {
    await rooms.remember(room, { algorithm: 'm.other' });
    await rooms.remember(room, megolm);
    expect(stored.get(room)).toEqual(megolm);
  });
});
