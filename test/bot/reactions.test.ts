import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../bot/app.ts';
import { type Bot, compose } from '../../bot/compose.ts';
import { createLog } from '../../bot/log/log.ts';
import type { IncomingReaction } from '../../bot/messages.ts';
import { NO_RIGHTS } from '../../bot/rights/rights.ts';
import { type Database, openDatabase } from '../../bot/store/database.ts';
import { createConversationStore } from '../../bot/store/records/conversation-store.ts';
import { DEFAULT_SETTINGS } from '../../commands/room-settings/settings.ts';
import type { Answer } from '../../knowledge/answer/answer.ts';
import { dialogue } from '../support/answers.ts';
import { turn } from '../support/contracts/conversation-store.ts';
import { message, messagesOf, reaction } from '../support/messages.ts';

const log = createLog({ level: 'silent', write: () => undefined });
const now = Date.parse('2026-11-27T10:00:00Z');
const base = { rights: NO_RIGHTS, language: 'auto', clock: { now: () => now }, log } as const;

const clarify: Answer = {
  ...dialogue('x'),
  kind: 'clarify',
  choices: ['a', 'b', 'c'].map((card) => ({ question: card, card, citation: 0 })),
};
const thanks: Answer = { ...dialogue('x'), data: { command: 'talk', kind: 'thanks' } };

const appFor = (answer: Answer, reactions = true) =>
  createApp({
    ...base,
    respond: async () => answer,
    corpusVersion: 'v1',
    settingsOf: async () => ({ ...DEFAULT_SETTINGS, reactions }),
  });
const keysOf = (sent: readonly object[]) => sent.flatMap((one) => ('key' in one ? [one.key] : []));

describe('what the bot reacts with', () => {
  it('a question asked back has a number to tap for each choice, after it', async () => {
    const sent = await appFor(clarify)(message());
    expect(messagesOf(sent)).toHaveLength(1);
    expect('key' in (sent[0] ?? {})).toBe(false);
    expect(keysOf(sent)).toEqual(['1️⃣', '2️⃣', '3️⃣']);
    expect(sent[1]).toMatchObject({ on: { answerTo: '$question' }, part: 0 });
  });

  it('thanks in a room get a thumb and no message; alone with somebody, words', async () => {
    const sent = await appFor(thanks)(message({ text: 'merci' }));
    expect(sent).toEqual([
      { roomId: message().roomId, key: '👍', on: { event: '$question' }, cause: '$question', part: 0 },
    ]);
    expect(messagesOf(await appFor(thanks)(message({ room: 'direct' })))).toHaveLength(1);
  });

  it.each([clarify, thanks])('no reaction where the room wants none', async (answer) => {
    const sent = await appFor(answer, false)(message());
    expect(keysOf(sent)).toEqual([]);
    expect(messagesOf(sent)).toHaveLength(1);
  });

  it('no reaction on the console', async () => {
    expect(keysOf(await appFor(clarify)(message({ room: 'console' })))).toEqual([]);
  });
});

describe('a card that the configuration withdraws', () => {
  const answerTo = async (withdrawnCards: readonly string[]) => {
    const { handler } = compose({ ...base, corpusFolder: null, offersFile: null, withdrawnCards });
    const text = 'Combien de temps dure une dérogation à R9 ?';
    return messagesOf(await handler(message({ text })))[0]?.answer.trace?.card;
  };

  it('no longer answers', async () => {
    expect(await answerTo([])).toBe('derogation-r9-duree');
    expect(await answerTo(['derogation-r9-duree'])).not.toBe('derogation-r9-duree');
  });

  it('must exist', async () => {
    await expect(answerTo(['derogation-r99'])).rejects.toThrow(/derogation-r99.*Exemple/);
  });
});

describe('a tap under a question asked back, on the real texts', () => {
  let database: Database;
  const { roomId, sender } = message();
  const bot = (): Bot =>
    compose({
      ...base,
      corpusFolder: null,
      offersFile: null,
      conversations: createConversationStore(database),
      causeOf: async (eventId) => (eventId === '$reponse' ? '$1' : null),
    });
  const tap = (fields: Partial<IncomingReaction> = {}) => bot().handler(reaction({ key: '2️⃣', ...fields }));

  beforeAll(async () => {
    database = await openDatabase(':memory:');
    const choices = ['derogation-r9-qui', 'derogation-r9-duree'];
    await createConversationStore(database).save(
      turn({ eventId: '$1', roomId, sender, thread: '$fil', choices, at: now - 1000 }),
    );
  });
  afterAll(() => database.destroy());

  it('gets the answer of the choice, where the question was, whichever process asked', async () => {
    const [answer] = messagesOf(await tap({ eventId: '$r1' }));
    expect(answer).toMatchObject({ thread: '$fil', replyTo: '$reponse' });
    expect(answer?.answer.trace?.card).toBe('derogation-r9-duree');
  });

  it('taken back and made again, is the same message', async () => {
    const causes = [await tap({ eventId: '$r1' }), await tap({ eventId: '$r2' })].map(
      (sent) => messagesOf(sent)[0]?.cause,
    );
    expect(causes).toEqual(['tap/$1/2', 'tap/$1/2']);
  });

  it.each([
    ['somebody else', { sender: '@anne:agent.dinum.tchap.gouv.fr' }],
    ['a number without a choice', { key: '4️⃣' }],
    ['another emoji', { key: '🎉' }],
  ])('%s gets nothing', async (_, fields) => {
    expect(await tap(fields)).toEqual([]);
  });
});
