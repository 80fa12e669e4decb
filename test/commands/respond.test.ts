import { describe, expect, it } from 'vitest';
import { frame, paragraph } from '../../commands/answers.ts';
import type { Command, Invocation, Right } from '../../commands/command.ts';
import { createResponder, type RequestContext } from '../../commands/respond.ts';
import type { Answer } from '../../knowledge/answer/answer.ts';
import { context, notices, shown } from './running.ts';

const dialogue = (title: string): Answer => ({
  ...frame({ today: '2026-11-22' }, 'v1'),
  kind: 'dialogue',
  title,
  blocks: [paragraph('…')],
  notices: [],
  citations: [],
});

const command = (name: string, right: Right, run: Command['run']): Command => ({
  name,
  aliases: [],
  summary: '',
  usage: [`!${name}`],
  effect: '',
  examples: [`!${name} exemple`],
  right,
  run,
});

const ran: Invocation[] = [];
const commands = [
  command('seuil', 'everyone', (invocation) => {
    ran.push(invocation);
    return dialogue('seuil');
  }),
  command('digest', 'moderator', () => dialogue('digest')),
  command('config', 'operator', () => dialogue('config')),
  command('panne', 'everyone', () => {
    throw new Error('broken');
  }),
];
const answerer = { answer: (question: string) => dialogue(`question : ${question}`) };
const respond = createResponder({ commands, answerer, corpusVersion: 'v1' });
const as = (right: Right): Partial<RequestContext> => ({
  conversation: { ...context().conversation, right },
});

describe('what a text gets', () => {
  it('a command runs with its arguments and its context', async () => {
    expect((await respond('!seuil 3,5\u00a0M€', context()))?.title).toBe('seuil');
    expect(ran.at(-1)).toMatchObject({ args: '3,5\u00a0M€', today: '2026-11-22', lang: 'fr' });
    expect(ran.at(-1)).not.toHaveProperty('addressed');
  });

  it('a command runs without the courtesy that follows it', async () => {
    await respond('!seuil 3,5 M€, merci d’avance 🙏', context());
    expect(ran.at(-1)).toMatchObject({ args: '3,5 M€' });
    await respond('!seuil ?', context());
    expect(ran.at(-1)).toMatchObject({ args: '' });
  });

  it('a question goes to the answerer', async () => {
    expect((await respond('Que dit R9 ?', context()))?.title).toBe('question : Que dit R9 ?');
  });

  it.each(['', ' \u00a0', '?'])('a mention with %j gets three lines of help', async (text) => {
    const answer = await respond(text, context({ addressed: 'mention' }));
    expect(answer?.blocks).toHaveLength(1);
    expect(answer?.blocks[0]).toMatchObject({ kind: 'list', items: { length: 3 } });
  });

  it('the answer is frozen through and through', async () => {
    const answer = await respond('!seuil', context());
    expect(Object.isFrozen(answer)).toBe(true);
    expect(Object.isFrozen(answer?.blocks[0])).toBe(true);
  });

  it('an exception of a command is left to the caller', async () => {
    await expect(respond('!panne', context())).rejects.toThrow('broken');
  });

  it('a cut message is answered and said to be cut', async () => {
    const answer = await respond(`Que dit R9 ? ${'a '.repeat(3000)}`, context());
    expect(answer && notices(answer)).toContain('message-coupe');
    const whole = await respond('Que dit R9 ?', context());
    expect(whole && notices(whole)).toEqual([]);
  });
});

describe('an unknown command', () => {
  it.each([
    '!meteo Paris',
    '! bien vu',
    '/tmp plein',
    '/me salue',
    '!!!',
    '!constructor',
    '!',
  ])('%j overheard in a room gets no reply', async (text) => {
    expect(await respond(text, context({ addressed: 'command' }))).toBeNull();
  });

  it('close to one of ours, gets a suggestion even when overheard', async () => {
    const answer = await respond('!seul 3M', context({ addressed: 'command' }));
    expect(answer).toMatchObject({ kind: 'refused', code: 'COMMANDE_INCONNUE' });
    expect(answer && shown(answer)).toContain('Vouliez-vous dire !seuil ?');
    expect(answer && shown(answer)).toContain('Exemple : !seuil exemple');
  });

  it.each(['mention', 'direct'] as const)('sent to us (%s), is said to be unknown', async (addressed) => {
    const answer = await respond('!meteo Paris', context({ addressed }));
    expect(answer && shown(answer)).toContain('Aucune commande ne s’appelle !meteo. La liste : !aide.');
  });

  it('sent to us as exclamation marks only, gets help', async () => {
    expect(await respond('!!!', context({ addressed: 'mention' }))).toMatchObject({ kind: 'dialogue' });
  });
});

describe('rights', () => {
  it.each([
    ['!seuil', 'everyone', 'seuil'],
    ['!digest', 'moderator', 'digest'],
    ['!digest', 'operator', 'digest'],
    ['!config', 'operator', 'config'],
  ] as const)('%s runs for %s', async (text, right, title) => {
    expect((await respond(text, context(as(right))))?.title).toBe(title);
  });

  it.each([
    ['!digest', 'everyone', 'une personne qui modère le salon'],
    ['!config', 'everyone', 'l’équipe qui exploite le robot'],
    ['!config', 'moderator', 'l’équipe qui exploite le robot'],
  ] as const)('%s is refused to %s, who is told whom to ask', async (text, right, whom) => {
    const answer = await respond(text, context(as(right)));
    expect(answer).toMatchObject({ kind: 'refused', code: 'DROIT' });
    expect(answer && shown(answer)).toContain(whom);
  });
});

describe('somebody who waits for a reply in the conversation', () => {
  const asked: { text: string; addressed: boolean }[] = [];
  const waiting = createResponder({
    commands,
    answerer,
    corpusVersion: 'v1',
    interviews: {
      endBegunBy: async () => {},
      continueInterview: async (input) => {
        if (input.kind !== 'text') return null;
        asked.push({ text: input.text, addressed: input.addressed });
        return input.text === 'oui' ? dialogue('noté') : null;
      },
    },
  });

  it.each(['none', 'direct', 'mention'] as const)('is asked first (%s)', async (addressed) => {
    expect((await waiting('oui', context({ addressed })))?.title).toBe('noté');
    expect(asked.at(-1)).toEqual({ text: 'oui', addressed: addressed !== 'none' });
  });

  it('leaves the rest to the bot', async () => {
    expect((await waiting('Que dit R9 ?', context()))?.title).toBe('question : Que dit R9 ?');
  });

  it('is not asked about a command of ours', async () => {
    asked.length = 0;
    await waiting('!seuil', context());
    expect(asked).toEqual([]);
  });

  it('an overheard text is nothing to us otherwise', async () => {
    expect(await waiting('Que dit R9 ?', context({ addressed: 'none' }))).toBeNull();
    expect(await respond('!seuil', context({ addressed: 'none' }))).toBeNull();
  });
});

describe('whoever keeps account of questions', () => {
  const told: string[] = [];
  const keeping = createResponder({
    commands: [...commands, command('question', 'everyone', () => ({ ...dialogue(''), near: [] }))],
    answerer: { answer: (text) => (text === 'autre' ? dialogue('') : { ...dialogue(''), near: ['a'] }) },
    corpusVersion: 'v1',
    onQuestion: async (question, { near }) => void told.push(`${question} → ${near}`),
  });

  it.each([
    ['Que dit R9 ?', ['Que dit R9 ? → a']],
    ['!question Que dit R9 ?', ['Que dit R9 ? → ']],
    ['!seuil 3 M€', []],
    ['autre', []],
    ['', []],
  ])('is told, for « %s », of %j', async (text, expected) => {
    told.length = 0;
    await keeping(text, context());
    expect(told).toEqual(expected);
  });
});
