import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bot } from './support/bot.ts';
import { type Conversation, conversation } from './support/conversation.ts';
import type { Person } from './support/person.ts';
import { openScene, type Scene } from './support/scene.ts';

let scene: Scene;
let bot: Bot;
let alice: Person;
let talk: Conversation;
let room: string;

beforeAll(async () => {
  scene = await openScene();
  ({ bot, alice } = scene);
  talk = conversation(alice, bot);
  room = await alice.createRoom({ encrypted: false, invite: [bot.userId] });
  await talk.joined(room);
});

afterAll(() => scene?.[Symbol.asyncDispose]());

const mention = { 'm.mentions': { user_ids: [] as string[] } };

describe('a room without encryption', () => {
  it('answers a mention with a quotation word for word and its reference, as a notice that rings nobody else', async () => {
    const asked = await alice.say(room, 'robot-cloud : que dit la règle R5 ?', {
      'm.mentions': { user_ids: [bot.userId] },
    });
    const answer = await talk.reply(asked);
    expect(answer.msgtype).toBe('m.notice');
    expect(answer.encrypted).toBe(false);
    expect(answer.body).toContain(
      'reposer a minima sur des services déployés dans plusieurs zones géographiques',
    );
    expect(answer.body).toContain('Circulaire 2023, R5');
    expect(answer.html).toContain('<blockquote>');
    expect(answer.mentions?.filter((user) => user !== alice.userId)).toEqual([]);
  });

  it('answers !question', async () => {
    const asked = await alice.say(
      room,
      '!question Une commune est-elle tenue d’appliquer la doctrine ?',
      mention,
    );
    expect((await talk.reply(asked)).body).toContain('elles ne sont pas tenues de recourir au cloud');
  });

  it('says nothing when nobody speaks to it, and answers the next question', async () => {
    const overheard = await alice.say(room, 'Que dit la règle R5, à votre avis ?', mention);
    const asked = await alice.say(room, '!r8', mention);
    await talk.reply(asked);
    expect(await talk.repliesTo(room, overheard)).toEqual([]);
  });

  it('gives short help to a bare mention', async () => {
    const asked = await alice.say(room, 'robot-cloud', { 'm.mentions': { user_ids: [bot.userId] } });
    expect((await talk.reply(asked)).body).toContain('!aide');
  });

  it('stays in the thread it was asked in', async () => {
    const root = await alice.say(room, 'Un fil sur la réversibilité', mention);
    const asked = await alice.say(room, '!r4', {
      ...mention,
      'm.relates_to': {
        rel_type: 'm.thread',
        event_id: root,
        is_falling_back: true,
        'm.in_reply_to': { event_id: root },
      },
    });
    expect((await talk.reply(asked)).thread).toBe(root);
  });

  it('escapes HTML that somebody types', async () => {
    const asked = await alice.say(room, '!seuil <img src=x onerror=alert(1)>', mention);
    const answer = await talk.reply(asked);
    expect(answer.html).not.toMatch(/<img/i);
  });

  it('answers every message of a direct conversation', async () => {
    const direct = await alice.createRoom({ encrypted: false, direct: true, invite: [bot.userId] });
    await talk.joined(direct);
    const asked = await alice.say(direct, 'Quel financement pour migrer ?');
    expect((await talk.reply(asked)).body).toContain('Fonds pour la transformation de l’action publique');
  });
});
