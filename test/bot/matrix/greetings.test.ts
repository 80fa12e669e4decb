import { beforeEach, describe, expect, it } from 'vitest';
import { bot, homeserver, useBot } from '../../support/matrix/bot-on-homeserver.ts';
import { parrot, saying, until } from '../../support/matrix/transport.ts';

const server = 'agent.test.tchap.gouv.fr';
const alice = `@alice:${server}`;
const other = `!autre:${server}`;
let greets: boolean;

const options = {
  adminRoom: `!admin:${server}`,
  greeting: async (room: string) => (greets ? saying(`bonjour ${room}`) : null),
};

useBot(options);
beforeEach(async () => {
  greets = true;
});

interface Entry {
  readonly inviter?: string;
  readonly direct?: boolean;
  readonly members?: number;
  readonly create?: object | null;
}

const invite = (roomId: string, { inviter = alice, direct = false }: Entry = {}): void => {
  const content = { membership: 'invite', is_direct: direct };
  const events = [{ type: 'm.room.member', sender: inviter, state_key: homeserver.user, content }];
  homeserver.say({ invite: { [roomId]: { invite_state: { events } } } });
};

/** The bot is invited, joins, and hears what the room is. */
const enter = async (roomId: string, entry: Entry = {}): Promise<void> => {
  const { members = 5, create = { room_version: '11' } } = entry;
  if (create !== null) homeserver.state.set(`${roomId}/m.room.create`, create);
  const before = homeserver.joins.length;
  invite(roomId, entry);
  await until('the join', () => homeserver.joins.length > before);
  arrive(roomId, members);
};

const arrive = (roomId: string, members: number): void =>
  homeserver.say({
    join: {
      [roomId]: {
        summary: { 'm.joined_member_count': members, 'm.invited_member_count': 0 },
        state: { events: [homeserver.stateEvent('m.room.join_rules', { join_rule: 'invite' })] },
        timeline: { events: [homeserver.arrival()], limited: false },
      },
    },
  });

const saidIn = (roomId: string) =>
  homeserver.sent.filter((event) => event.roomId === roomId).map(({ content }) => content.body);

/** Whatever is to be said is said before what a later message brings. */
const settled = async (roomId: string): Promise<void> => {
  homeserver.events(roomId, [homeserver.text('!aide')]);
  await until('the answer', () => saidIn(roomId).includes('réponse à !aide'));
};

const decided = (roomId: string) =>
  until('the greeting to be decided', async () => {
    const row = await bot.database
      .selectFrom('rooms')
      .select('greeting')
      .where('room_id', '=', roomId)
      .executeTakeFirst();
    return row?.greeting === 'over';
  });

describe('a room that a person has invited the bot to', () => {
  it.each([
    ['a direct message', { direct: true, members: 2 }, 'bonjour direct'],
    ['a room of five', {}, 'bonjour forum'],
    ['a room of fifty', { members: 50 }, 'bonjour forum'],
  ])('%s is greeted, without ringing anybody', async (_, entry, expected) => {
    await bot.start(parrot());
    await enter(other, entry);
    await until('the greeting', () => saidIn(other).length > 0);
    expect(homeserver.sent.at(-1)?.content).toMatchObject({
      body: expected,
      msgtype: 'm.notice',
      'm.mentions': {},
    });
  });

  it.each([
    ['of more than fifty', { members: 51 }],
    ['that replaces an older one', { create: { predecessor: { room_id: '!ancien:x' } } }],
    ['whose creation the homeserver does not tell', { create: null }],
    ['where another robot invited it', { inviter: `@autre-bot:${server}` }],
  ] as const)('is left alone when it is one %s', async (_, entry) => {
    await bot.start(parrot());
    await enter(other, entry);
    if (!('inviter' in entry)) await decided(other);
    await settled(other);
    expect(saidIn(other)).toEqual(['réponse à !aide']);
  });

  it('is left alone when it is the administration room, and when operators do not want it', async () => {
    await bot.start(parrot());
    await enter(options.adminRoom);
    await decided(options.adminRoom);
    greets = false;
    await enter(other);
    await decided(other);
    await settled(other);
    expect(homeserver.sent.filter(({ content }) => String(content.body).startsWith('bonjour'))).toEqual([]);
  });

  it('is not greeted again, after a restart nor when the bot comes back', async () => {
    await bot.start(parrot());
    await enter(other);
    await until('the greeting', () => saidIn(other).length === 1);
    await bot.stop();
    await bot.start(parrot());
    homeserver.say({ leave: { [other]: {} } });
    await enter(other);
    await settled(other);
    expect(saidIn(other)).toEqual(['bonjour forum', 'réponse à !aide']);
  });

  it('is greeted after a restart that came before the words were ready', async () => {
    const fault = { match: /m\.room\.create/, action: 'hang' } as const;
    homeserver.faults.push(fault);
    await bot.start(parrot());
    await enter(other);
    await until('the question about the room', () =>
      homeserver.requests.some((line) => line.includes('m.room.create')),
    );
    await bot.stop();
    homeserver.faults.length = 0;
    await bot.start(parrot());
    await until('the greeting', () => saidIn(other).length > 0);
    expect(saidIn(other)).toEqual(['bonjour forum']);
  });
});

it('the room that replaces another is joined without a greeting', async () => {
  await bot.start(parrot());
  homeserver.direct(other);
  const successor = `!suite:${server}`;
  homeserver.events(other, [homeserver.stateEvent('m.room.tombstone', { replacement_room: successor })]);
  await until('the join', () => homeserver.joins.length > 0);
  arrive(successor, 3);
  await settled(successor);
  expect(saidIn(successor)).toEqual(['réponse à !aide']);
});
