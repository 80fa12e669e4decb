import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { MemberLists } from '../../../bot/matrix/rooms/member-lists.ts';
import { bot, homeserver, room, useBot } from '../../support/matrix/bot-on-homeserver.ts';
import { parrot, replyTo, until } from '../../support/matrix/transport.ts';

const alice = '@alice:agent.test.tchap.gouv.fr';
const server = 'agent.test.tchap.gouv.fr';

useBot();

const ask = async (text: string): Promise<void> => {
  homeserver.events(room, [homeserver.text(text)]);
  await until(`the answer to ${text}`, () =>
    homeserver.sent.some(({ content }) => content.body === `réponse à ${text}`),
  );
};
/** Calls made since, by method and path, the long polls left out. */
const callsSince = (before: number): readonly string[] =>
  homeserver.requests
    .slice(before)
    .filter((line) => !line.endsWith('/sync'))
    .map((line) => line.replace(/\/_matrix\/client\/v3/, '').replace(/\/[\w-]{43}$/, '/…'));

describe('calls to the homeserver', () => {
  it('for an answer in a clear room already known: the message', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    await ask('un');
    const before = homeserver.requests.length;
    await ask('deux');
    expect(callsSince(before)).toEqual([`PUT /rooms/${room}/send/m.room.message/…`]);
  });

  it('are made for the encryption of the room again once the homeserver has not been heard', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    await ask('un');
    const before = homeserver.requests.length;
    const polls = () => homeserver.requests.slice(before).filter((line) => line.endsWith('/sync')).length;
    homeserver.faults.push({ match: /\/sync/, times: 1, action: { status: 502, body: '<p>', html: true } });
    // What it was waiting for comes; the next it asks for fails, and it asks again.
    homeserver.say({});
    await until('the synchronisation after the failure', () => polls() >= 2);
    homeserver.events(room, [homeserver.text('deux')]);
    await until('the answer', () => homeserver.sent.length === 2);
    expect(callsSince(before)).toContain(`GET /rooms/${room}/state/m.room.encryption/`);
  });

  it('typing is shown when an answer takes its time, and switched off with it', async () => {
    await bot.start(async (incoming) => {
      await sleep(900);
      return [replyTo(incoming, 'réponse à un')];
    });
    homeserver.direct(room);
    await ask('un');
    const notices = () => homeserver.requests.filter((line) => line.includes('/typing/'));
    await until('both notices', () => notices().length === 2);
    expect(homeserver.typing).toEqual([true, false]);
  });
});

describe('the power level of a person', () => {
  const levels = (users: object) => homeserver.stateEvent('m.room.power_levels', { users, users_default: 0 });
  const level = (needed?: boolean) => bot.transport.powerLevel(room, alice, needed);
  const stateCalls = () => homeserver.requests.filter((line) => line.includes('/state/m.room.power_levels'));

  it('is kept from the synchronisation, and changed by it, without a call', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    const create = homeserver.stateEvent('m.room.create', { room_version: '11' });
    homeserver.events(room, [create, levels({ [alice]: 50 })]);
    await ask('un');
    expect(await level()).toBe(50);
    homeserver.events(room, [levels({})]);
    await ask('deux');
    expect(await level()).toBe(0);
    expect(stateCalls()).toEqual([]);
  });

  it('of a creator is above all since version 12', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    const create = homeserver.stateEvent('m.room.create', { room_version: '12' });
    homeserver.events(room, [create, levels({})]);
    await ask('un');
    expect(await level()).toBe(Number.POSITIVE_INFINITY);
  });

  it('is waited for while the homeserver does not say it, then kept', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    await ask('un');
    homeserver.state.set(`${room}/m.room.power_levels`, { users: { [alice]: 50 } });
    const page = { status: 502, body: '<p>', html: true };
    homeserver.faults.push({ match: /\/state\/m\.room\.power_levels/, times: 2, action: page });
    expect(await level()).toBe(50);
    expect(await level()).toBe(50);
    expect(stateCalls()).toHaveLength(3);
  });

  it('is 0 when the homeserver says that there are no levels', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    await ask('un');
    expect(await level()).toBe(0);
  });

  it('that is not needed is not waited for', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.faults.push({ match: /\/state\/m\.room\.power_levels/, action: 'hang' });
    await ask('un');
    expect(await level(false)).toBe(0);
    expect(stateCalls()).toEqual([]);
  });
});

describe('the members of a room', () => {
  it('are asked for once, until they may have changed, and again after a failure', async () => {
    const lists = new MemberLists();
    let asked = 0;
    const of = () =>
      lists.of(room, async () => {
        if (++asked === 1) throw new Error('502');
        return [alice];
      });
    await expect(of()).rejects.toThrow('502');
    expect(await of()).toEqual([alice]);
    expect(await of()).toEqual([alice]);
    expect(asked).toBe(2);
    lists.forget([room]);
    await of();
    expect(asked).toBe(3);
  });

  it('are kept up to so many names, the latest rooms first', async () => {
    const lists = new MemberLists(10);
    const asked: string[] = [];
    const of = (roomId: string, size: number) =>
      lists.of(roomId, async () => {
        asked.push(roomId);
        return Array.from({ length: size }, () => alice);
      });
    for (const [roomId, size] of [
      ['!a', 4],
      ['!b', 5],
      ['!b', 5],
      ['!c', 5],
      ['!b', 5],
      ['!a', 4],
    ] as const)
      expect(await of(roomId, size)).toHaveLength(size);
    expect(asked).toEqual(['!a', '!b', '!c', '!a']);
    await of('!longer', 11);
    await of('!longer', 11);
    expect(asked.slice(4)).toEqual(['!longer', '!longer']);
  });

  it.each([
    ['somebody comes', { timeline: { events: ['member'] } }],
    ['part of the timeline is missing', { timeline: { events: [], limited: true } }],
  ])('may have changed when %s', async (_, change) => {
    await bot.start(parrot());
    homeserver.direct(room);
    await ask('un');
    const members = () => homeserver.requests.filter((line) => line.endsWith('/joined_members'));
    const client = bot.client;
    await client.getJoinedRoomMembers(room);
    await client.getJoinedRoomMembers(room);
    expect(members()).toHaveLength(1);
    const events = change.timeline.events.map(() =>
      homeserver.stateEvent('m.room.member', { membership: 'join' }, `@bob:${server}`),
    );
    homeserver.say({ join: { [room]: { timeline: { ...change.timeline, events } } } });
    await ask('deux');
    await client.getJoinedRoomMembers(room);
    expect(members()).toHaveLength(2);
  });
});
