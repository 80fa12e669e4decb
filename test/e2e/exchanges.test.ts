import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, createBot } from './support/bot.ts';
import { type Conversation, conversation } from './support/conversation.ts';
import { leaks } from './support/leaks.ts';
import { type Person, startPerson } from './support/person.ts';
import { createStranger, type Stranger } from './support/stranger.ts';
import { type Homeserver, startSynapse } from './support/synapse.ts';
import { until } from './support/until.ts';

let homeserver: Homeserver;
let corpus: string;
let bot: Bot;
let alice: Person;
let talk: Conversation;
let stranger: Stranger;
const rooms = { encrypted: '', clear: '' };

beforeAll(async () => {
  corpus = mkdtempSync(join(tmpdir(), 'corpus-'));
  lengthenR5(corpus);
  homeserver = await startSynapse();
  bot = await createBot(homeserver, 'robot-cloud', { config: { knowledge: { corpusFolder: corpus } } });
  await bot.start();
  alice = await startPerson(homeserver, 'alice.martin-interieur.gouv.fr');
  talk = conversation(alice, bot);
  // With a third person: the bot takes every message of a room of two for itself.
  stranger = await createStranger(homeserver, 'bob.durand-finances.gouv.fr');
  const invite = [bot.userId, stranger.userId];
  rooms.encrypted = await alice.createRoom({ encrypted: true, invite });
  rooms.clear = await alice.createRoom({ encrypted: false, invite });
  await talk.joined(rooms.encrypted);
  await talk.joined(rooms.clear);
  for (const room of Object.values(rooms)) await stranger.join(room);
});

afterAll(async () => {
  await alice?.stop();
  await bot?.dispose();
  await homeserver?.stop();
  rmSync(corpus, { recursive: true, force: true });
});

const sentence = (number: number): string => `Phrase ajoutée numéro ${number}, propre à allonger la règle.`;
const SENTENCES = 1000;

/** The texts of the program, with a rule of some 60,000 characters. */
const lengthenR5 = (folder: string): void => {
  cpSync('knowledge/data/corpus', folder, { recursive: true });
  const file = join(folder, 'circulaire-2023.md');
  const more = Array.from({ length: SENTENCES }, (_, index) => sentence(index + 1)).join(' ');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(\[R5\][^\n]*)/, `$1 ${more}`));
};

const edit = (eventId: string, body: string) => ({
  'm.new_content': { msgtype: 'm.text', body },
  'm.relates_to': { rel_type: 'm.replace', event_id: eventId },
});

describe.each(['encrypted', 'clear'] as const)('in a room that is %s', (kind) => {
  it('a long answer comes in two numbered pages, in order, then a file', async () => {
    const asked = await alice.say(rooms[kind], '!r5');
    await talk.reply(asked);
    const file = 'suite-de-la-reponse.txt';
    const posted = await until('the file', async () => {
      const found = await talk.posted(rooms[kind]);
      return found.some(({ body }) => body === file) && found;
    });
    const pages = posted.filter(({ body }) => /^\(\d+\/\d+\)/.test(body));
    expect(pages.map(({ body }) => /^\((\d)\/\d+\)/.exec(body)?.[1])).toEqual(['1', '2']);
    for (const text of [pages.map(({ body }) => body), pages.map(({ html }) => html)].map((parts) =>
      parts.join(' '),
    )) {
      const numbers = [...text.matchAll(/numéro (\d+)/g)].map(([, number]) => Number(number));
      expect(numbers.length).toBeGreaterThan(100);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    }
    expect(pages.map(({ replyTo }) => replyTo)).toEqual([asked, null]);
  });

  it('the answer to an edited question takes the place of the former', async () => {
    const asked = await alice.say(rooms[kind], '!r6');
    const answer = await talk.reply(asked);
    await alice.say(rooms[kind], '* !r8', edit(asked, '!r8'));
    const replaced = await until('the new answer', async () =>
      (await talk.posted(rooms[kind])).find(({ replaces }) => replaces === answer.eventId),
    );
    expect(replaced.encrypted).toBe(kind === 'encrypted');
    expect(replaced.body).toContain('[R8]');
  });

  it('what is no question is left alone: reactions to answers, notices, edits of what others said', async () => {
    const asked = await alice.say(rooms[kind], '!r7');
    const answer = await talk.reply(asked);
    const before = await talk.posted(rooms[kind]);
    await alice.react(rooms[kind], answer.eventId, '👍');
    await alice.say(rooms[kind], '!r1', { msgtype: 'm.notice' });
    const chat = await alice.say(rooms[kind], 'Nous en parlons à la prochaine réunion');
    await alice.say(rooms[kind], '* !r2', edit(chat, '!r2'));
    const next = await alice.say(rooms[kind], '!r3');
    await talk.reply(next);
    const since = (await talk.posted(rooms[kind])).slice(before.length);
    expect(since.map(({ replyTo }) => replyTo)).toEqual([next]);
  });

  it('a withdrawn question has its answer and each edit of it withdrawn, for who reads the room without us', async () => {
    const asked = await alice.say(rooms[kind], '!r9');
    const answer = await talk.reply(asked);
    const ours = [answer.eventId];
    for (const question of ['!r10', '!r11']) {
      await alice.say(rooms[kind], `* ${question}`, edit(asked, question));
      const next = await until('the new answer', async () =>
        (await talk.posted(rooms[kind])).find(
          ({ replaces, eventId }) => replaces === answer.eventId && !ours.includes(eventId),
        ),
      );
      ours.push(next.eventId);
    }
    const read = async () =>
      (await stranger.messages(rooms[kind])).filter(({ event_id }) => ours.includes(event_id));
    expect((await read()).filter(({ content }) => 'body' in content || 'ciphertext' in content)).toHaveLength(
      3,
    );
    await alice.redact(rooms[kind], asked);
    await until('all to be withdrawn', async () =>
      (await read()).every(({ unsigned }) => unsigned?.redacted_because !== undefined),
    );
    const left = await read();
    expect(left.map(({ content }) => content)).toEqual([{}, {}, {}]);
    // Nor in what the homeserver adds to an event of its latest edit.
    expect(JSON.stringify(left)).not.toMatch(/"body"|ciphertext|m\.new_content/);
  });
});

it('nothing of it is in the log', async () => {
  expect(await leaks(bot, [alice])).toEqual([]);
});
