import { beforeEach, describe, expect, it } from 'vitest';
import { RoomEncryption } from '../../../../bot/matrix/encryption/room-encryption.ts';
import { type ICryptoRoomInformation, MatrixError } from '../../../../bot/matrix/http/sdk.ts';

const room = '!r:t.fr';
const megolm = { algorithm: 'm.megolm.v1.aes-sha2' };
const refusal = (status: number, errcode: string) => () => {
  throw new MatrixError({ errcode, error: '' }, status);
};
const notFound = refusal(404, 'M_NOT_FOUND');

let answer: () => unknown = notFound;
let stored = new Map<string, ICryptoRoomInformation>();
let rooms: RoomEncryption;

beforeEach(() => {
  answer = notFound;
  stored = new Map();
  rooms = new RoomEncryption(
    { getRoomStateEvent: async () => answer() },
    {
      getRoom: async (id) => stored.get(id) as ICryptoRoomInformation,
      storeRoom: async (id, config) => void stored.set(id, config),
    },
  );
});

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

  it('is asked again as long as it is not', async () => {
    await rooms.isEncrypted(room);
    answer = () => megolm;
    expect(await rooms.isEncrypted(room)).toBe(true);
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
