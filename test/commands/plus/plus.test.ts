import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../commands/command.ts';
import { createFollowUps, FOLLOW_UP_LASTS } from '../../../commands/plus/follow-ups.ts';
import { createMemoryFollowUps } from '../../../commands/plus/memory-store.ts';
import { createPlus } from '../../../commands/plus/plus.ts';
import type { Answer } from '../../../knowledge/answer/answer.ts';
import { citation, dialogue, passages } from '../../support/answers.ts';
import { conversation } from '../../support/commands/rule-commands.ts';

const JEAN = '@jean:example.org';
const EVE = '@eve:example.org';

interface Said extends Partial<Conversation> {
  readonly now?: number;
}

/** `!plus` over answers that quote `<name>1` and have four more near passages. */
const setUp = (causes: Readonly<Record<string, string>> = {}) => {
  const followUps = createFollowUps(createMemoryFollowUps(), async (id) => causes[id] ?? null);
  const more = (ids: readonly string[], { lang = 'fr' }: { lang?: 'fr' | 'en' | undefined }): Answer => {
    const [first, ...others] = ids.map((passageId) => citation({ passageId }));
    return first === undefined
      ? { ...dialogue('rien'), lang }
      : { ...passages({ citations: [first, ...others] }), lang };
  };
  const command = createPlus({ more }, followUps, 'v1');
  let clock = 0;
  const at = ({ now, ...fields }: Said) => {
    clock += 1;
    return {
      now: now ?? clock,
      conversation: conversation({ sender: JEAN, eventId: `$${clock}`, ...fields }),
    };
  };
  return {
    asked: (name: string, said: Said = {}, lang: 'fr' | 'en' = 'fr') => {
      const near = [1, 2, 3, 4, 5].map((number) => `${name}${number}`);
      const answer = passages({ citations: [citation({ passageId: `${name}1` })], near });
      return followUps.remember({ ...answer, lang }, at({ eventId: `$${name}`, ...said }));
    },
    remember: followUps.remember,
    plus: async (said: Said = {}): Promise<Answer> =>
      command.run({ args: '', today: '2026-11-22', lang: 'fr', ...at(said) }),
    at,
  };
};

const given = ({ citations }: Answer): string => citations.map(({ passageId }) => passageId).join(' ');

describe('« plus » gives the next passages', () => {
  it('three at a time, those quoted left out, then says that there are no more', async () => {
    const { asked, plus } = setUp();
    await asked('a');
    const [first, second, third] = [await plus(), await plus(), await plus()];
    expect([first, second, third].map(given)).toEqual(['a2 a3 a4', 'a5', '']);
    expect([first, second, third].map(({ data }) => data)).toEqual([
      { command: 'plus', given: 3, left: 1 },
      { command: 'plus', given: 1, left: 0 },
      { command: 'plus', given: 0, left: 0 },
    ]);
    expect(JSON.stringify(first.blocks)).toContain('Reste 1 passage proche');
    expect(JSON.stringify(third.blocks)).toContain('Il n’y a plus de passage proche.');
  });

  it('once, though the same message is handled twice or edited', async () => {
    const { asked, plus } = setUp();
    await asked('a');
    expect(given(await plus({ eventId: '$p' }))).toBe('a2 a3 a4');
    expect(given(await plus({ eventId: '$p' }))).toBe('a2 a3 a4');
    expect(given(await plus({ eventId: '$p2', replaces: '$p' }))).toBe('a2 a3 a4');
    expect(given(await plus({ eventId: '$q' }))).toBe('a5');
  });

  it('in the language of the question', async () => {
    const { asked, plus } = setUp();
    await asked('a', {}, 'en');
    const answer = await plus();
    expect(answer.lang).toBe('en');
    expect(JSON.stringify(answer.blocks)).toContain('1 more near passage');
  });

  it('of no other answer than one to a question', async () => {
    const { asked, plus, remember, at } = setUp();
    await asked('a');
    await remember(dialogue('aide'), at({}));
    expect(given(await plus())).toBe('a2 a3 a4');
  });
});

describe('the question that « plus » goes on with', () => {
  it.each([
    ['the last one of whoever asks', [['a'], ['b'], ['c', { sender: EVE }]], {}, 'b2 b3 b4'],
    ['that of another, for want of one’s own', [['a'], ['b']], { sender: EVE }, 'b2 b3 b4'],
    ['not one of another room', [['a'], ['b', { roomId: '!autre:example.org' }]], {}, 'a2 a3 a4'],
    ['not one of a thread, outside it', [['a'], ['b', { thread: '$t' }]], {}, 'a2 a3 a4'],
    ['in a thread, that of the thread', [['a', { thread: '$t' }], ['b']], { thread: '$t' }, 'a2 a3 a4'],
    ['in a thread, its root', [['a'], ['b']], { thread: '$a' }, 'a2 a3 a4'],
    ['in a reply to our answer, the one answered', [['a'], ['b']], { repliesTo: '$answer' }, 'a2 a3 a4'],
    ['in a reply to a question, that one', [['a', { sender: EVE }], ['b']], { repliesTo: '$a' }, 'a2 a3 a4'],
    ['in a reply to anything else, the last one', [['a'], ['b']], { repliesTo: '$autre' }, 'b2 b3 b4'],
    [
      'an edited one, as edited, in its thread',
      [
        ['a', { thread: '$t' }],
        ['b', { eventId: '$e', replaces: '$a' }],
      ],
      { thread: '$t' },
      'b2 b3 b4',
    ],
    ['one of a day ago', [['a', { now: 1 }]], { now: 1 + FOLLOW_UP_LASTS }, 'a2 a3 a4'],
    ['none that is older', [['a', { now: 1 }]], { now: 2 + FOLLOW_UP_LASTS }, ''],
    ['none where nothing was asked', [], {}, ''],
  ] satisfies [
    string,
    (readonly [string, Said?])[],
    Said,
    string,
  ][])('is %s', async (_, questions, said, expected) => {
    const { asked, plus } = setUp({ $answer: '$a' });
    for (const [name, fields] of questions) await asked(name, fields);
    expect(given(await plus(said))).toBe(expected);
  });

  it('lacks where nothing was asked: an example is given', async () => {
    const answer = await setUp().plus();
    expect(answer).toMatchObject({ kind: 'dialogue', title: 'Aucune question à poursuivre' });
    expect(JSON.stringify(answer.blocks)).toContain('Que dit la règle R9 ?');
  });
});
