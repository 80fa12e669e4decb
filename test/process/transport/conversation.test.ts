import { describe, expect, it } from 'vitest';
import type { Incoming } from '../../../bot/messages.ts';
import {
  adminRoom,
  bodies,
  bot,
  count,
  homeserver,
  replaceBot,
  room,
  settled,
  useBot,
} from '../../support/matrix/bot-on-homeserver.ts';
import { parrot } from '../../support/matrix/transport.ts';

useBot({ adminRoom });

describe('a conversation', () => {
  it('answers a message of a direct conversation, as a notice that replies and rings nobody', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.events(room, [homeserver.text('Bonjour', { id: '$question' })]);
    await count(1);
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

  it('stays in the thread where it is asked', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    const relation = { rel_type: 'm.thread', event_id: '$racine' };
    homeserver.events(room, [homeserver.text('R9', { id: '$q', content: { 'm.relates_to': relation } })]);
    await count(1);
    expect(homeserver.sent[0]?.content['m.relates_to']).toEqual({
      rel_type: 'm.thread',
      event_id: '$racine',
      is_falling_back: false,
      'm.in_reply_to': { event_id: '$q' },
    });
  });

  it('replaces its answer when the question is edited by its author, and nothing otherwise', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    const edit = (of: string, body: string, sender?: string) =>
      homeserver.text(`* ${body}`, {
        ...(sender === undefined ? {} : { sender }),
        content: {
          'm.new_content': { msgtype: 'm.text', body },
          'm.relates_to': { rel_type: 'm.replace', event_id: of },
        },
      });
    homeserver.events(room, [homeserver.text('R9', { id: '$q' })]);
    await count(1);
    homeserver.events(room, [
      edit('$inconnu', 'rien'),
      edit('$q', 'usurpé', '@eve:agent.test.tchap.gouv.fr'),
      edit('$q', 'R8'),
    ]);
    await count(2);
    await settled();
    expect(bodies()).toEqual(['réponse à R9', '* réponse à R8', 'réponse à fin']);
    expect(homeserver.sent[1]?.content).toMatchObject({
      'm.new_content': { body: 'réponse à R8' },
      'm.relates_to': { rel_type: 'm.replace', event_id: '$sent1' },
    });
  });

  it('withdraws its answer when the question is withdrawn', async () => {
    await bot.start(parrot());
    homeserver.direct(room);
    homeserver.events(room, [homeserver.text('R9', { id: '$q' })]);
    await count(1);
    const redaction = { ...homeserver.text(''), type: 'm.room.redaction', redacts: '$q', content: {} };
    homeserver.events(room, [redaction]);
    await count(2);
    expect(homeserver.sent[1]).toMatchObject({ type: 'm.room.redaction', content: { redacts: '$sent1' } });
  });

  it('hears of the reactions to its own messages only', async () => {
    const heard: Incoming[] = [];
    await bot.start(parrot(heard));
    homeserver.direct(room);
    homeserver.events(room, [homeserver.text('R9')]);
    await count(1);
    const reaction = (target: string) => ({
      ...homeserver.text(''),
      type: 'm.reaction',
      content: { 'm.relates_to': { rel_type: 'm.annotation', event_id: target, key: '👍' } },
    });
    homeserver.events(room, [reaction('$autre'), reaction('$sent1')]);
    await settled();
    expect(heard.filter(({ kind }) => kind === 'reaction')).toMatchObject([{ target: '$sent1', key: '👍' }]);
  });

  it('tells external partners once whom to ask, and does not answer them', async () => {
    const heard: Incoming[] = [];
    await bot.start(parrot(heard));
    homeserver.direct(room);
    const sender = '@bob-societe.fr:agent.externe.tchap.gouv.fr';
    homeserver.events(room, [homeserver.text('un', { sender }), homeserver.text('deux', { sender })]);
    await settled();
    expect(bodies()).toEqual([
      expect.stringContaining('adressez-vous à votre correspondant'),
      'réponse à fin',
    ]);
    expect(heard).toHaveLength(1);
  });
});

it('refuses in rooms too those of a server that nobody has listed, and tells the administrators once', async () => {
  const heard: Incoming[] = [];
  await replaceBot({
    adminRoom,
    invitations: { homeservers: ['agent.ami.fr'], users: ['@invite:ailleurs.fr'] },
    operators: ['@ops:garde.fr'],
  });
  await bot.start(parrot(heard));
  homeserver.direct(room);
  const from = (sender: string) => homeserver.text(sender, { sender });
  const served = ['@a:agent.ami.fr', '@invite:ailleurs.fr', '@ops:garde.fr'];
  const refused = ['@b:inconnu.fr', '@c:inconnu.fr', '@x:agent.ami.fr.evil.fr', '@autre:ailleurs.fr'];
  homeserver.events(room, [...refused, ...served, refused[0] ?? ''].map(from));
  await settled();
  expect(heard.map(({ sender }) => sender).slice(0, 3)).toEqual(served);
  expect(bodies().filter((body) => String(body).includes('votre serveur'))).toHaveLength(4);
  expect(bodies().filter((body) => String(body).includes('inconnu.fr'))).toHaveLength(1);
});
