import { describe, expect, it } from 'vitest';
import {
  adminRoom,
  bot,
  homeserver,
  replaceBot,
  room,
  useBot,
} from '../../support/matrix/bot-on-homeserver.ts';
import { parrot, until } from '../../support/matrix/transport.ts';

const state = (type: string, content: object) => homeserver.stateEvent(type, content);

useBot({ adminRoom });

describe('invitations', () => {
  const invitation = (roomId: string, sender: string, direct = false): void =>
    homeserver.say({
      invite: {
        [roomId]: {
          invite_state: {
            events: [
              {
                type: 'm.room.member',
                sender,
                state_key: homeserver.user,
                content: { membership: 'invite', is_direct: direct },
              },
            ],
          },
        },
      },
    });

  it('accepts those of listed homeservers, whatever the form of the room id', async () => {
    await bot.start(parrot());
    invitation('!v12sansserveur', '@alice:agent.test.tchap.gouv.fr');
    await until('the join', () => homeserver.joins.length === 1);
    expect(homeserver.joins).toEqual(['!v12sansserveur']);
  });

  it.each([
    '@eve:evil.test',
    '@eve:agent.test.tchap.gouv.fr.evil.test',
    '@eve:evil.test:agent.test.tchap.gouv.fr',
    '@agent.test.tchap.gouv.fr:evil.test',
  ])('declines that of %s and tells the administrators', async (inviter) => {
    await bot.start(parrot());
    invitation(room, inviter);
    await until('the refusal', () => homeserver.leaves.length === 1);
    await until('the alert', () => homeserver.sent.length === 1);
    expect(homeserver.joins).toEqual([]);
    expect(homeserver.sent[0]).toMatchObject({
      roomId: adminRoom,
      content: { body: expect.stringContaining(inviter) },
    });
  });

  it('tries again when the join is refused at first', async () => {
    await bot.start(parrot());
    const body = { errcode: 'M_FORBIDDEN', error: 'not invited' };
    homeserver.faults.push({ match: /\/join\//, times: 1, action: { status: 403, body } });
    invitation(room, '@alice:agent.test.tchap.gouv.fr');
    await until('the join', () => homeserver.joins.length === 1);
  });
});

describe('rooms that are left', () => {
  it('drops what was to be said in a room the bot is put out of, and goes on in the others', async () => {
    await bot.start(parrot());
    homeserver.faults.push({ match: /PUT .*!autre.*\/send\//, action: { status: 500, body: {} } });
    homeserver.direct('!autre:x');
    homeserver.direct(room);
    homeserver.events('!autre:x', [homeserver.text('R9')]);
    await until('a failure', () => bot.transport.status().counts.sendFailures > 0);
    homeserver.say({ leave: { '!autre:x': { timeline: { events: [] } } } });
    homeserver.events(room, [homeserver.text('R9')]);
    await until('the answer elsewhere', () => homeserver.sent.length === 1);
    await bot.stop();
    await bot.start(parrot());
    expect(bot.transport.status()).toMatchObject({ outgoing: 0, waiting: 0 });
  });

  it('does not insist where it may not speak', async () => {
    await bot.start(parrot());
    const body = { errcode: 'M_FORBIDDEN', error: 'muted' };
    homeserver.faults.push({ match: /PUT .*!salon.*\/send\//, action: { status: 403, body } });
    homeserver.direct(room);
    homeserver.events(room, [homeserver.text('R9')]);
    await until('the alert', () => homeserver.sent.length === 1);
    expect(homeserver.requests.filter((line) => /!salon.*\/send\//.test(line))).toHaveLength(1);
  });

  it('follows an upgrade when both rooms name each other, and moves once', async () => {
    const moves: string[] = [];
    await bot.remove();
    await replaceBot({ moved: async (from, to) => void moves.push(`${from} ${to}`) });
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.state.set('!neuf/m.room.create', { predecessor: { room_id: room } });
    homeserver.events(room, [state('m.room.tombstone', { replacement_room: '!neuf' })]);
    await until('the join', () => homeserver.joins.includes('!neuf'));
    homeserver.direct('!neuf');
    await until('the move', () => moves.length > 0);
    expect(moves).toEqual([`${room} !neuf`]);
  });
});
