import { beforeEach, describe, expect, it } from 'vitest';
import type { Incoming } from '../../../bot/messages.ts';
import { bot, homeserver, useBot } from '../../support/matrix/bot-on-homeserver.ts';
import { parrot, until } from '../../support/matrix/transport.ts';

const room = '!equipe:agent.test.tchap.gouv.fr';
let heard: Incoming[];

useBot();
beforeEach(async () => {
  heard = [];
  await bot.start(parrot(heard));
  homeserver.say({
    join: {
      [room]: {
        summary: { 'm.joined_member_count': 5, 'm.invited_member_count': 0 },
        timeline: { events: [homeserver.arrival()], limited: false },
      },
    },
  });
});

const answered = (body: string) =>
  until(`an answer to « ${body} »`, () =>
    homeserver.sent.some(({ content }) => content.body === `réponse à ${body}`),
  );

const member = (displayname: string) => ({
  ...homeserver.stateEvent('m.room.member', { membership: 'join', displayname }, homeserver.user),
  unsigned: { prev_content: { membership: 'join', displayname: 'Cloud au centre [DINUM]' } },
});

describe('in a room of several people', () => {
  it('takes a reply to one of its messages for a question to it', async () => {
    homeserver.events(room, [homeserver.text('!regle R6', { id: '$premiere' })]);
    await answered('!regle R6');
    const [first] = homeserver.sent;
    const relation = (target: string | undefined) => ({
      'm.relates_to': { 'm.in_reply_to': { event_id: target } },
    });
    homeserver.events(room, [
      homeserver.text('et pour une région ?', { content: relation('$premiere') }),
      homeserver.text('et pour un hôpital ?', { content: relation(first?.eventId) }),
    ]);
    await answered('et pour un hôpital ?');
    expect(heard.map((incoming) => (incoming.kind === 'message' ? incoming.text : ''))).toEqual([
      '!regle R6',
      'et pour un hôpital ?',
    ]);
  });

  it('answers to its new name as soon as it has one, in the same breath', async () => {
    homeserver.events(room, [member('Nuage [DINUM]'), homeserver.text('@Nuage que dit R6 ?')]);
    await answered('que dit R6 ?');
    homeserver.events(room, [homeserver.text('Nuage [DINUM] : et R7 ?')]);
    await answered('et R7 ?');
  });
});
