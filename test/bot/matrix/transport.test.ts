import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Incoming } from '../../../bot/messages.ts';
import { FakeHomeserver } from '../../support/fake-homeserver.ts';
import { parrot, TestBot, until } from '../../support/transport.ts';

const room = '!salon:agent.test.tchap.gouv.fr';
let homeserver: FakeHomeserver;
let bot: TestBot;

beforeEach(async () => {
  homeserver = await FakeHomeserver.start();
  bot = new TestBot(homeserver);
  homeserver.say({});
});
afterEach(async () => {
  await bot.remove();
  await homeserver.stop();
});

const bodies = () => homeserver.sent.map(({ content }) => content.body);

describe('a conversation', () => {
  it('answers a message of a direct conversation, as a notice that replies and rings nobody', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.events(room, [homeserver.text('Bonjour', { id: '$question' })]);
    await until('the answer', () => homeserver.sent.length === 1);
    expect(homeserver.sent[0]).toMatchObject({
      roomId: room,
      type: 'm.room.message',
      content: {
        msgtype: 'm.notice',
        body: 'réponse à Bonjour',
        'm.mentions': {},
        'm.relates_to': { 'm.in_reply_to': { event_id: '$question' } },
      },
    });
  });
});
