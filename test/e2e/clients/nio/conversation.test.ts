import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, createBot } from '../../support/bot.ts';
import { type Conversation, conversation } from '../../support/conversation.ts';
import { leaks } from '../../support/leaks.ts';
import type { Seen } from '../../support/person.ts';
import { type Homeserver, startSynapse } from '../../support/synapse.ts';
import { until } from '../../support/until.ts';
import { type NioPerson, startNioPerson } from './nio-person.ts';

let homeserver: Homeserver;
let bot: Bot;
let nio: NioPerson;
let talk: Conversation;
let room: string;

beforeAll(async () => {
  homeserver = await startSynapse();
  bot = await createBot(homeserver, 'robot-cloud');
  await bot.start();
  nio = await startNioPerson(homeserver, 'nadia.petit-interieur.gouv.fr');
  talk = conversation(nio, bot);
  room = await nio.createDirect(bot.userId);
  await talk.joined(room);
});

afterAll(async () => {
  await nio?.stop();
  await bot?.dispose();
  await homeserver?.stop();
});

const plain = ({ body }: Pick<Seen, 'body'>): string => body.replace(/[\u00a0\u202f]/g, ' ');
const ask = async (text: string): Promise<Seen> => talk.reply(await nio.say(room, text));
/** What the bot says in its log of its last answer. */
const lastAnswer = () => bot.log.findLast(({ msg }) => msg === 'answered');
/** The bot asks back after the second turn: no card plainly answers it. */
const askedBack = async (): Promise<Seen> => {
  await ask('Peut-on développer un logiciel sur mesure ?');
  const question = await ask('des exceptions ?');
  expect(plain(question)).toContain('Plusieurs lectures sont possibles');
  await until('three taps', async () => (await nio.taps(question.eventId)).length === 3);
  expect(await nio.taps(question.eventId)).toEqual(['1️⃣', '2️⃣', '3️⃣']);
  return question;
};

describe('with matrix-nio, in an encrypted direct conversation', () => {
  it('is greeted', async () => {
    expect(await nio.isEncrypted(room)).toBe(true);
    const [greeting] = await until('the greeting', async () => {
      const found = await talk.greetings(room);
      return found.length > 0 && found;
    });
    expect(greeting).toMatchObject({ encrypted: true, undecryptable: false, msgtype: 'm.notice' });
  });

  it('is answered with a quotation and its source', async () => {
    const answer = await ask('Que dit la règle R9 ?');
    expect(answer).toMatchObject({ encrypted: true, msgtype: 'm.notice', mentions: [] });
    expect(plain(answer)).toContain("« [R9] Dans le cas d'un recours à une offre de cloud commerciale");
    expect(answer.html).toContain('<blockquote>');
  });

  it('asks back on a second turn, and is chosen from by a number', async () => {
    const question = await askedBack();
    const chosen = await ask('la deuxième');
    expect(chosen.replyTo).not.toBe(question.eventId);
    expect(lastAnswer()).toMatchObject({ answer: 'passages', command: 'choix' });
    expect(chosen.html).toContain('<blockquote>');
  });

  it('asks back, and is chosen from by a tap', async () => {
    const question = await askedBack();
    await nio.react(room, question.eventId, '1️⃣');
    const chosen = await talk.reply(question.eventId);
    expect(chosen).toMatchObject({ encrypted: true });
    expect(lastAnswer()).toMatchObject({ answer: 'passages', command: 'choix' });
    expect(chosen.html).toContain('<blockquote>');
  });

  it('leads the interview of !sensibilite by words, numbers and taps to a verdict', async () => {
    let last = await ask('!sensibilite');
    const says = async (text: string): Promise<string> => {
      last = await ask(text);
      return plain(last);
    };
    const taps = async (key: string): Promise<string> => {
      const { eventId } = last;
      await nio.react(room, eventId, key);
      last = await talk.reply(eventId);
      return plain(last);
    };
    expect(plain(last)).toContain('question 1');
    expect(await taps('✅')).toContain('Où le système');
    expect(await says('commerciale')).toContain('données à caractère personnel');
    expect(await taps('✅')).toContain('données de santé');
    expect(await says('non')).toContain('secret protégé');
    expect(await says('oui')).toContain('mission essentielle');
    expect(await taps('✅')).toContain('pourrait-elle porter atteinte');
    expect(await says('a')).toContain('service collaboratif');
    expect(await taps('❌')).toContain('SecNumCloud');
    expect(last.html).toContain('<blockquote>');
  });

  it('gives another answer in the place of the first when a question is edited', async () => {
    const asked = await nio.say(room, '!r6');
    const answer = await talk.reply(asked);
    await nio.say(room, '* !r8', {
      'm.new_content': { msgtype: 'm.text', body: '!r8' },
      'm.relates_to': { rel_type: 'm.replace', event_id: asked },
    });
    const edit = await until('the new answer', async () =>
      (await talk.posted(room)).find(({ replaces }) => replaces === answer.eventId),
    );
    expect(edit).toMatchObject({ encrypted: true, undecryptable: false });
    expect(edit.body).toContain('[R8]');
  });

  it('takes its answer back when a question is deleted', async () => {
    const asked = await nio.say(room, '!r4');
    const answer = await talk.reply(asked);
    await nio.redact(room, asked);
    await until('the answer to be withdrawn', async () => {
      const kept = (await nio.history(room)).find(({ eventId }) => eventId === answer.eventId);
      return kept?.body === '' && kept.html === null;
    });
  });

  it('leaves nothing unreadable, nothing in clear, and nothing of it in the log', async () => {
    // What was deleted has no content left, whatever its type.
    const messages = (await nio.history(room)).filter(({ type, msgtype, undecryptable }) =>
      type === 'm.room.message' ? msgtype !== null : undecryptable,
    );
    expect(messages.length).toBeGreaterThan(15);
    expect(messages.filter(({ encrypted, undecryptable }) => !encrypted || undecryptable)).toEqual([]);
    expect(await leaks(bot, [nio])).toEqual([]);
  });
});
