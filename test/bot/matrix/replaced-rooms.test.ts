import { beforeEach, describe, expect, it } from 'vitest';
import { notices } from '../../../bot/administration/wording.ts';
import { Connection } from '../../../bot/matrix/http/connection.ts';
import { MatrixError } from '../../../bot/matrix/http/sdk.ts';
import { Invitations } from '../../../bot/matrix/rooms/invitations.ts';
import { followUpgrades } from '../../../bot/matrix/rooms/upgrades.ts';
import { Sender } from '../../../bot/matrix/send/sender.ts';
import { Throttle } from '../../../bot/matrix/send/throttle.ts';
import { alert, sentence } from '../../../bot/matrix/send/to-outbox.ts';
import type { Queues } from '../../../bot/queues/queues.ts';
import { currentRoom, decide, type Succession } from '../../../bot/queues/successions.ts';
import { until } from '../../support/matrix/transport.ts';
import { createMemoryQueues } from '../../support/queues/memory-queues.ts';

const OLD = '!ancien:x';
const NEW = '!nouveau:x';
const ADMIN = '!admin:x';
const nothing = () => {};
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
let queues: Queues;
let left: string[];
let moves: Succession[];
let followed: Succession[];
/** Predecessor that the new room names. */
let predecessor: string | undefined;

beforeEach(async () => {
  queues = createMemoryQueues();
  left = [];
  moves = [];
  followed = [];
  predecessor = OLD;
  await queues.rooms.save(OLD, { membership: 'join', successor: NEW });
  await queues.rooms.save(NEW, { membership: 'join' });
  await queues.rooms.save(ADMIN, { membership: 'join', successor: '!admin2:x' });
});

const look = (moved = async (from: string, to: string) => void moves.push({ from, to })) =>
  followUpgrades({
    queues,
    log,
    now: () => 1,
    wakeSender: nothing,
    client: {
      getRoomStateEvent: async () =>
        predecessor === undefined ? {} : { predecessor: { room_id: predecessor } },
      leaveRoom: async (roomId) => void left.push(roomId),
    },
    moved,
    followed: async (succession) => void followed.push(succession),
  });

/** What waits to be said in a room. */
const saidIn = async (roomId: string): Promise<readonly string[]> => {
  const rows = await queues.outbox.waitingIn(roomId, 100);
  const found = await Promise.all(rows.map(({ id }) => queues.outbox.find(id)));
  return found.map((row) => JSON.parse(row?.content ?? '{}').body);
};

describe('a room that is replaced', () => {
  it('is followed, and says once where the bot went', async () => {
    for (let round = 0; round < 3; round++) await look();
    expect(moves).toEqual([{ from: OLD, to: NEW }]);
    expect(followed).toEqual([{ from: OLD, to: NEW }]);
    expect(await saidIn(OLD)).toEqual([expect.stringContaining('dans celui qui lui succède')]);
    expect(await saidIn(NEW)).toEqual([]);
    expect(await currentRoom(queues, OLD)).toBe(NEW);
  });

  it.each([undefined, '!autre:x'])('is not followed to one that names %s before it', async (named) => {
    predecessor = named;
    await look();
    await look();
    expect([moves, left, await saidIn(OLD)]).toEqual([[], [NEW], []]);
    expect(await currentRoom(queues, OLD)).toBe(OLD);
  });

  it('is followed after all when what it has could not be moved at first', async () => {
    await expect(look(() => Promise.reject(new Error('disque')))).rejects.toThrow('disque');
    expect(await currentRoom(queues, OLD)).toBe(OLD);
    await look();
    expect(moves).toHaveLength(1);
  });

  it('that an older version has followed is followed in the configuration too, without a word', async () => {
    await queues.values.set(`moved/${OLD}`, NEW);
    await look();
    expect(await currentRoom(queues, OLD)).toBe(NEW);
    expect(await saidIn(OLD)).toEqual([]);
  });
});

describe('a private room that replaces another', () => {
  /** The bot tries what invitations there are, each pause being over at once, until `done`. */
  const invited = async (accepts: boolean, done: () => unknown): Promise<string[]> => {
    const tries: string[] = [];
    let time = 0;
    const now = () => (time += 3_600_000);
    const connection = new Connection();
    connection.synced(0);
    const ended = new AbortController();
    const running = new Invitations({
      queues,
      log,
      now,
      adminRoom: ADMIN,
      userId: '@bot:x',
      externals: { servers: [], contact: '' },
      invitations: { homeservers: ['x'], users: [] },
      connection,
      throttle: new Throttle(0, () => 0),
      wakeSender: nothing,
      client: {
        join: async (roomId) => {
          tries.push(roomId);
          if (!accepts) throw new MatrixError({ errcode: 'M_FORBIDDEN', error: 'no' }, 403);
        },
        leaveRoom: async () => {},
      },
    }).run(ended.signal);
    await until('the invitations to be treated', done);
    ended.abort();
    await running;
    return tries;
  };
  const byRoom = { roomId: NEW, inviter: '@alice:x', direct: false, accept: true, predecessor: OLD };
  const none = async () => (await queues.rooms.nextInvitation()) === undefined;

  it('is said once to be closed, there and to the operators, after three tries', async () => {
    for (let round = 0; round < 2; round++) {
      await queues.rooms.invite(byRoom, 0);
      expect(await invited(false, none)).toHaveLength(3);
    }
    expect(await saidIn(OLD)).toEqual([expect.stringContaining('invitez-moi dans le nouveau salon')]);
    expect(await saidIn(ADMIN)).toEqual([expect.stringContaining(`a été remplacé par ${NEW}`)]);
  });

  it('is entered without a word when somebody invites the bot', async () => {
    await queues.rooms.invite(byRoom, 0);
    await queues.rooms.invite({ roomId: NEW, inviter: '@bob:x', direct: false, accept: true }, 0);
    expect(await invited(true, none)).toEqual([NEW]);
    expect(await saidIn(OLD)).toEqual([]);
  });
});

describe('alerts', () => {
  it('go to the room that has replaced the administration room', async () => {
    await decide(queues, { from: ADMIN, to: '!admin2:x' }, 'followed');
    await alert(queues, { adminRoom: ADMIN, now: () => 1, log }, notices.renewed());
    expect(await saidIn('!admin2:x')).toHaveLength(1);
    expect(await saidIn(ADMIN)).toEqual([]);
  });

  it.each([
    ['a room', '!salon:x', 1],
    ['a room that was replaced', OLD, 0],
    ['the administration room of before', ADMIN, 0],
    ['the room that has replaced it', '!admin2:x', 0],
  ])('are given of a message refused by %s (%s): %i', async (_, roomId, times) => {
    await decide(queues, { from: ADMIN, to: '!admin2:x' }, 'followed');
    await queues.outbox.enqueue([sentence('bonjour', { roomId }, 'cause')], 1);
    const connection = new Connection();
    connection.synced(0);
    const ended = new AbortController();
    const refusal = () => Promise.reject(new MatrixError({ errcode: 'M_FORBIDDEN', error: 'no' }, 403));
    const sender = new Sender({
      queues,
      log,
      now: () => 1,
      adminRoom: ADMIN,
      connection,
      throttle: new Throttle(0, () => 0),
      client: { putEvent: refusal, putRedaction: refusal },
      crypto: { isEncrypted: async () => false } as never,
      uploader: {} as never,
      count: nothing,
    });
    const running = sender.run(ended.signal);
    await until(
      'the refusal',
      async () => !(await queues.outbox.hasToSend(times === 1 ? ['!admin2:x'] : [])),
    );
    ended.abort();
    await running;
    expect(await queues.outbox.countCauses('alert/', 0)).toBe(times);
  });
});
