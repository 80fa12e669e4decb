import { describe, expect, it } from 'vitest';
import { NO_RIGHTS } from '../../bot/rights/rights.ts';
import { DEFAULT_SETTINGS } from '../../commands/room-settings/settings.ts';
import type { Answer } from '../../knowledge/answer/answer.ts';
import { dialogue, passages } from '../support/answers.ts';
import { message, reaction } from '../support/messages.ts';
import { setUp } from './app-around.ts';

describe('a message', () => {
  it('is answered by a notice that replies to it', async () => {
    expect(await setUp().handle(message())).toEqual([
      {
        roomId: '!salon:agent.dinum.tchap.gouv.fr',
        answer: passages(),
        replyTo: '$question',
        thread: null,
        msgtype: 'notice',
        mentions: [],
        edits: null,
        cause: '$question',
        priority: 'interactive',
      },
    ]);
  });

  it('is answered in its thread', async () => {
    expect(await setUp().handle(message({ thread: '$racine' }))).toMatchObject([{ thread: '$racine' }]);
  });

  it('that replaces another has the answer to that one replaced', async () => {
    expect(await setUp().handle(message({ replaces: '$avant' }))).toMatchObject([{ edits: '$avant' }]);
  });

  it.each([
    ['SQLite', Object.assign(new Error('full'), { errcode: 13 })],
    ['a file', Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' })],
    ['a cause', new Error('not kept', { cause: Object.assign(new Error('full'), { errcode: 778 }) })],
  ])('is left to be handled again when the disk fails (%s)', async (_, error) => {
    const { handle, lines } = setUp(error);
    await expect(handle(message())).rejects.toBe(error);
    expect(lines).toEqual([]);
  });

  it('is not answered when it is not for us', async () => {
    expect(await setUp(null).handle(message({ addressed: 'none' }))).toEqual([]);
  });

  it('mentions the people that the answer names', async () => {
    const named: Answer = {
      ...dialogue(''),
      blocks: [{ kind: 'list', ordered: false, items: [[{ kind: 'user', id: '@a:b.fr', name: 'A' }]] }],
    };
    expect(await setUp(named).handle(message())).toMatchObject([{ mentions: ['@a:b.fr'] }]);
  });
});

describe('the request', () => {
  it('holds the day in Paris, not in UTC', async () => {
    const { handle, asked } = setUp();
    await handle(message());
    expect(asked[0]?.context.today).toBe('2026-07-01');
  });

  it.each([
    ['auto', 'What does rule R9 say about the cloud?', 'en'],
    ['auto', 'Que dit la règle R9 ?', 'fr'],
    ['auto', '!seuil 3,5 M€', 'fr'],
    ['fr', 'What does rule R9 say about the cloud?', 'fr'],
  ] as const)('with language %s, « %s » is answered in %s', async (language, text, lang) => {
    const { handle, asked } = setUp(passages(), { language });
    await handle(message({ text }));
    expect(asked[0]?.context.lang).toBe(lang);
  });

  it.each([
    ['anybody', message(), 'everyone'],
    ['a moderator of the room', message({ sender: '@mod:agent.dinum.tchap.gouv.fr' }), 'moderator'],
    [
      'an operator in the administration room',
      message({ sender: '@chef:agent.dinum.tchap.gouv.fr', roomId: '!admin:agent.dinum.tchap.gouv.fr' }),
      'operator',
    ],
    [
      'an operator in a direct conversation',
      message({ sender: '@chef:agent.dinum.tchap.gouv.fr', room: 'direct' }),
      'operator',
    ],
    ['an operator elsewhere', message({ sender: '@chef:agent.dinum.tchap.gouv.fr' }), 'moderator'],
    [
      'somebody whose id contains that of an operator',
      message({ sender: '@chef:agent.dinum.tchap.gouv.fr.example.org' }),
      'everyone',
    ],
    ['whoever runs the console', message({ room: 'console' }), 'operator'],
  ])('gives %s the right that is his', async (_, incoming, right) => {
    const powerLevel = async (_room: string, sender: string) =>
      sender === '@mod:agent.dinum.tchap.gouv.fr' ? 50 : 0;
    const { handle, asked } = setUp(passages(), { powerLevel });
    await handle(incoming);
    expect(asked[0]?.context.conversation.right).toBe(right);
  });
});

describe('the settings of the room', () => {
  const settings = (change: object) => ({ settingsOf: async () => ({ ...DEFAULT_SETTINGS, ...change }) });

  it('mention-seulement: a command without a mention is only overheard', async () => {
    const { handle, asked } = setUp(passages(), settings({ mentionOnly: true }));
    await handle(message({ addressed: 'command', text: '!regle R9' }));
    await handle(message({ addressed: 'mention', text: '!regle R9' }));
    expect(asked.map(({ context }) => context.addressed)).toEqual(['none', 'mention']);
  });

  it('fil: the answer opens a thread under the question', async () => {
    expect(await setUp(passages(), settings({ inThread: true })).handle(message())).toMatchObject([
      { thread: '$question', replyTo: '$question' },
    ]);
  });

  it('fil: an interview is not moved from where it goes on', async () => {
    const question: Answer = { ...dialogue('?'), data: { command: 'sensibilite', interview: 'open' } };
    const parts = { ...settings({ inThread: true }), interviewThread: async () => '$fil' };
    expect(await setUp(question, parts).handle(message())).toMatchObject([{ thread: '$fil' }]);
  });

  it.each([
    ['en', 'Que dit la règle R9 ?', 'en'],
    ['auto', 'What does rule R9 say about the cloud?', 'en'],
    [null, 'What does rule R9 say about the cloud?', 'fr'],
  ] as const)('langue %s goes before the configuration', async (language, text, lang) => {
    const { handle, asked } = setUp(passages(), { ...settings({ language }), language: 'fr' });
    await handle(message({ text }));
    expect(asked[0]?.context.lang).toBe(lang);
  });

  it('that cannot be read are a failure, not the default ones', async () => {
    const settingsOf = async () => {
      throw new Error('disk');
    };
    const { handle, asked } = setUp(passages(), { settingsOf });
    expect(await handle(message())).toMatchObject([{ answer: { code: 'PANNE' } }]);
    expect(asked).toEqual([]);
  });
});

describe('who may run what', () => {
  it('is decided with the power that the person has now', async () => {
    const rights = { ...NO_RIGHTS, commands: new Map([['seuil', [{ powerLevel: 75 }]]]) };
    const { handle, asked } = setUp(passages(), { rights, powerLevel: async () => 50 });
    await handle(message());
    const permits = asked[0]?.context.permits;
    expect(permits?.({ name: 'seuil', right: 'everyone' })).toBe('right');
    expect(permits?.({ name: 'derogation', right: 'moderator' })).toBe('granted');
    expect(permits?.({ name: 'etat', right: 'operator' })).toBe('right');
  });
});

describe('a reaction', () => {
  it('is answered by whoever waits for it, under the message it is on', async () => {
    const { handle } = setUp(null, { react: async ({ key }) => dialogue(key) });
    expect(await handle(reaction())).toMatchObject([
      { replyTo: '$reponse', cause: '$question', answer: dialogue('👍') },
    ]);
  });

  it('is ignored when nobody waits', async () => {
    expect(await setUp().handle(reaction())).toEqual([]);
  });
});

describe('an interview', () => {
  const question: Answer = { ...dialogue('?'), data: { command: 'sensibilite', interview: 'open' } };
  const interviewThread = async () => '$fil';

  it('goes on in its thread when the reply came from elsewhere', async () => {
    expect(await setUp(question, { interviewThread }).handle(message())).toMatchObject([{ thread: '$fil' }]);
  });

  it('goes on in its thread after a reaction, to its end', async () => {
    const { handle } = setUp(null, { interviewThread, react: async () => passages() });
    expect(await handle(reaction())).toMatchObject([{ thread: '$fil' }]);
  });

  it('does not draw other answers into its thread', async () => {
    expect(await setUp(passages(), { interviewThread }).handle(message())).toMatchObject([{ thread: null }]);
  });
});
