import { beforeEach, describe, expect, it } from 'vitest';
import { type Conversations, createConversations } from '../../../commands/conversation/conversations.ts';
import { createMemoryConversations } from '../../../commands/conversation/memory-store.ts';
import type { Answer } from '../../../knowledge/answer/answer.ts';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { createQuestionAnswerer } from '../../../knowledge/question/answerer.ts';
import { loadKnowledge } from '../../../knowledge/question/load-knowledge.ts';
import { dialogue } from '../../support/answers.ts';
import { context } from '../running.ts';

const answerer = createQuestionAnswerer(loadCorpus(), loadKnowledge());
const MINUTE = 60_000;
const ASKED = 1_000_000;

const CHOICES = ['derogation-r9-qui', 'derogation-r9-duree', 'derogation-r9-premier-ministre'];

/** As the answerer asks back. */
const asked: Answer = {
  ...dialogue('x'),
  kind: 'clarify',
  choices: CHOICES.map((card, citation) => ({ question: card, card, citation })),
  near: [],
  trace: { card: null, rules: [9] },
};

describe('after a question asked back', () => {
  let conversations: Conversations;
  const at = (change: object = {}, now = ASKED + MINUTE, addressed: 'direct' | 'none' = 'direct') => ({
    ...context({ now, addressed }),
    addressed,
    conversation: { ...context().conversation, eventId: '$2', ...change },
  });
  const cardOf = async (text: string, where: ReturnType<typeof at> = at()): Promise<string | null> =>
    (await conversations.continueTurn(text, where))?.answer.trace?.card ?? null;

  beforeEach(async () => {
    const causeOf = async (id: string) => (id === '$reponse' ? '$1' : null);
    conversations = createConversations({ store: createMemoryConversations(), answerer, causeOf });
    await conversations.remember(asked, at({ eventId: '$1' }, ASKED));
  });

  it.each([
    ['2', 'derogation-r9-duree'],
    ['le 1 svp', 'derogation-r9-qui'],
    ['la dernière, merci', 'derogation-r9-premier-ministre'],
    ['la durée', 'derogation-r9-duree'],
    ['combien de temps', 'derogation-r9-duree'],
    ['Matignon', 'derogation-r9-premier-ministre'],
  ])('%j answers by %s', async (text, card) => {
    expect(await cardOf(text)).toBe(card);
  });

  it.each([
    '4',
    'R6',
    'oui',
    'une commune est-elle concernée ?',
    'merci',
    'dérogation',
  ])('%j is no choice', async (text) => expect(await cardOf(text)).toBeNull());

  it('says how it was chosen, for the counts', async () => {
    const continued = await conversations.continueTurn('2', at());
    expect(continued?.answer.data).toEqual({ command: 'choix', by: 'number' });
  });

  it('is chosen without calling the bot by a number alone', async () => {
    expect(await cardOf('la 2', at({}, ASKED + MINUTE, 'none'))).toBe('derogation-r9-duree');
    expect(await cardOf('la durée', at({}, ASKED + MINUTE, 'none'))).toBeNull();
  });

  it('a number overheard no longer counts once something else was asked', async () => {
    await conversations.remember(
      { ...dialogue('x'), trace: { card: null, rules: [] } },
      at({ eventId: '$3' }),
    );
    expect(await cardOf('2', at({ eventId: '$4' }, ASKED + MINUTE, 'none'))).toBeNull();
    expect(await cardOf('2', at({ eventId: '$4' }))).toBe('derogation-r9-duree');
  });

  it.each([
    ['somebody else', { sender: '@anne:example.org' }],
    ['the asker in another room', { roomId: '!autre:example.org' }],
    ['the asker in a thread', { thread: '$fil' }],
    ['somebody else who replies to our message', { sender: '@anne:example.org', repliesTo: '$reponse' }],
  ])('%s chooses nothing', async (_, change) => {
    expect(await cardOf('2', at(change))).toBeNull();
  });

  it.each([
    ['in the thread that our answer opened', { thread: '$1' }],
    ['from anywhere, by a reply to our message', { thread: '$fil', repliesTo: '$reponse' }],
  ])('the asker chooses %s', async (_, change) => {
    expect(await cardOf('2', at(change))).toBe('derogation-r9-duree');
  });

  it('is forgotten after an hour', async () => {
    expect(await cardOf('2', at({}, ASKED + 60 * MINUTE))).not.toBeNull();
    expect(await cardOf('2', at({}, ASKED + 61 * MINUTE))).toBeNull();
  });

  it('handled twice, the choice is the same', async () => {
    const first = await conversations.continueTurn('2', at());
    if (first !== null) await conversations.remember(first.answer, at());
    expect(await cardOf('2')).toBe('derogation-r9-duree');
  });

  it('waits for the asker alone, in that room', async () => {
    const { roomId, sender } = context().conversation;
    expect(await conversations.isWaitingFor(roomId, sender, ASKED)).toBe(true);
    expect(await conversations.isWaitingFor(roomId, '@anne:example.org', ASKED)).toBe(false);
    expect(await conversations.isWaitingFor(roomId, sender, ASKED + 61 * MINUTE)).toBe(false);
  });

  describe('by a tap', () => {
    const tap = async (key: string, change: object = {}, cause: string | null = '$1') =>
      (await conversations.tapped(key, cause, at(change)))?.answer.trace?.card ?? null;

    it('answers by the choice of that number', async () => expect(await tap('2️⃣')).toBe(CHOICES[1]));

    it.each([
      ['another emoji', '👍', {}, '$1'],
      ['a number without a choice', '4️⃣', {}, '$1'],
      ['somebody else', '2️⃣', { sender: '@anne:example.org' }, '$1'],
      ['under another answer', '2️⃣', {}, '$autre'],
      ['under a message that is not ours', '2️⃣', {}, null],
    ] as const)('nothing for %s', async (_, key, change, cause) => {
      expect(await tap(key, change, cause)).toBeNull();
    });
  });
});
