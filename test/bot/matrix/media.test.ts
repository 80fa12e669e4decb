import { beforeEach, describe, expect, it } from 'vitest';
import type { IncomingMessage } from '../../../bot/messages.ts';
import { bot, homeserver, useBot } from '../../support/matrix/bot-on-homeserver.ts';
import { parrot, until } from '../../support/matrix/transport.ts';

const server = 'agent.test.tchap.gouv.fr';
const direct = `!direct:${server}`;
const team = `!equipe:${server}`;
let heard: IncomingMessage[];

useBot();
beforeEach(async () => {
  heard = [];
  await bot.start(parrot(heard as never));
  homeserver.direct(direct);
  homeserver.say({
    join: {
      [team]: { summary: { 'm.joined_member_count': 5 }, timeline: { events: [homeserver.arrival()] } },
    },
  });
});

const media = (content: object, sender = `@alice:${server}`) =>
  homeserver.text('photo.jpg', { sender, content: { url: `mxc://${server}/abc`, ...content } });
/** Sends events, then a question, and waits for its answer. */
const hear = async (roomId: string, events: readonly object[]): Promise<readonly IncomingMessage[]> => {
  homeserver.events(roomId, [...events, homeserver.text('!aide')]);
  await until('the answer', () => homeserver.sent.some(({ content }) => content.body === 'réponse à !aide'));
  return heard.filter(({ text }) => text !== '!aide');
};
const answered = () => homeserver.sent.filter(({ content }) => content.body === 'réponse à ');

describe('what is no text', () => {
  it.each([
    ['an image', { msgtype: 'm.image' }, 'image'],
    ['a voice message', { msgtype: 'm.audio', 'org.matrix.msc3245.voice': {} }, 'voice'],
    ['a sound', { msgtype: 'm.audio' }, 'audio'],
    ['a video', { msgtype: 'm.video' }, 'video'],
    ['a place', { msgtype: 'm.location', geo_uri: 'geo:48.8,2.3' }, 'location'],
    ['a file', { msgtype: 'm.file' }, 'file'],
  ])('%s in a direct message is heard as such, its name is not read', async (_, content, expected) => {
    expect(await hear(direct, [media(content)])).toMatchObject([
      { media: expected, text: '', addressed: 'direct' },
    ]);
  });

  it.each([
    [
      'an image that mentions the bot',
      { msgtype: 'm.image', 'm.mentions': { user_ids: ['@bot:agent.test.tchap.gouv.fr'] } },
      1,
    ],
    ['an image between people', { msgtype: 'm.image' }, 0],
    ['an image named as a command', { msgtype: 'm.image', body: '!aide.png' }, 0],
    ['an emote', { msgtype: 'm.emote' }, 0],
    ['a request to verify keys', { msgtype: 'm.key.verification.request' }, 0],
  ])('in a room, %s is only heard when it is for the bot', async (_, content, times) => {
    expect(await hear(team, [media(content)])).toHaveLength(times);
  });

  it('a caption is a text like another', async () => {
    const caption = { msgtype: 'm.image', filename: 'photo.jpg', body: 'Que dit R9 ?' };
    expect(await hear(direct, [media(caption)])).toMatchObject([{ media: 'image', text: 'Que dit R9 ?' }]);
  });

  it('several images at once get one word, each person their own, each kind its own', async () => {
    const image = { msgtype: 'm.image' };
    await hear(direct, [
      media(image),
      media(image),
      media(image),
      media(image, `@bob:${server}`),
      media({ msgtype: 'm.video' }),
    ]);
    expect(answered()).toHaveLength(3);
  });
});

describe('an invitation that is declined', () => {
  const invite = (inviter: string) => {
    const content = { membership: 'invite' };
    const events = [{ type: 'm.room.member', sender: inviter, state_key: homeserver.user, content }];
    homeserver.say({ invite: { [`!${inviter}`]: { invite_state: { events } } } });
  };

  it.each([
    ['@pat:agent.externe.tchap.gouv.fr', 'agents de l’État'],
    ['@eve:ailleurs.fr', 'invitations venues de votre serveur'],
  ])('by %s says why', async (inviter, reason) => {
    invite(inviter);
    await until('the refusal', () => homeserver.leaves.length === 1);
    expect(homeserver.reasons).toEqual([expect.stringContaining(reason)]);
  });
});
