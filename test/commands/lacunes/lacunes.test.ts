import { describe, expect, it } from 'vitest';
import { type Gap, type Gaps, NO_GAPS } from '../../../commands/lacunes/gaps.ts';
import { createLacunes } from '../../../commands/lacunes/lacunes.ts';
import type { Answer } from '../../../knowledge/answer/answer.ts';
import { invocation } from '../../support/commands/rule-commands.ts';
import { shown } from '../running.ts';

const gap = (change: Partial<Gap> = {}): Gap => ({
  terms: ['prix', 's3ns'],
  refused: 3,
  disliked: 1,
  liked: 2,
  lastDay: '2026-11-21',
  ...change,
});

const run = async (
  list: readonly Gap[],
  args = '',
  kept = true,
  more: Partial<Gaps> = {},
): Promise<Answer> => {
  const source: Gaps = {
    ...NO_GAPS,
    ...more,
    kept,
    gaps: async (limit) => list.slice(0, limit),
    reactions: async () => ({ liked: 5, disliked: 4 }),
  };
  return createLacunes(source, 'v1').run(invocation(args));
};

describe('the list of gaps', () => {
  it('is for operators alone', () => {
    expect(createLacunes(NO_GAPS, 'v1').right).toBe('operator');
  });

  it('says for each set of words how often, and when for the last time', async () => {
    const text = shown(await run([gap(), gap({ terms: [], refused: 0, liked: 0 })]));
    expect(text).toContain('prix, s3ns : sans réponse 3 fois, 1 👎, 2 👍, en dernier le 21/11/2026');
    expect(text).toContain('aucun mot connu des textes : 1 👎, en dernier le 21/11/2026');
    expect(text).toContain('5 👍, 4 👎');
  });

  it.each([
    ['', 10],
    ['2', 2],
    ['50', 12],
  ])('with « %s » has %i lines at most', async (args, lines) => {
    const { data } = await run(
      Array.from({ length: 12 }, () => gap()),
      args,
    );
    expect(data?.gaps).toHaveLength(lines);
  });

  it.each(['0', '51', 'tout', '-1', '1,5', '10 20'])('refuses « %s » and shows an example', async (args) => {
    const answer = await run([gap()], args);
    expect(answer).toMatchObject({ kind: 'refused', code: 'NOMBRE' });
    expect(shown(answer)).toContain('!lacunes 20');
  });

  it('when not kept, says how to keep them, and shows none', async () => {
    const answer = await run([gap()], '', false);
    expect(shown(answer)).toContain('statistics: { lacunes: true }');
    expect(answer.data).toMatchObject({ kept: false, gaps: [] });
  });

  it('may be empty', async () => {
    expect(shown(await run([]))).toContain('Aucune question refusée');
  });

  it('names the cards that were reported, what was asked back, and what was chosen', async () => {
    const text = shown(
      await run([], '', false, {
        dislikedCards: async () => [{ card: 'champ', disliked: 3, reasons: { faux: 2, perime: 1 } }],
        askedBack: async () => ({
          asked: 7,
          chosen: { number: 2, words: 0, tap: 3 },
          cards: [{ card: 'seuils', times: 5 }],
        }),
      }),
    );
    expect(text).toContain('champ : 3 👎 (faux 2, périmé 1)');
    expect(text).toContain('Questions posées en retour : 7, choix faits : 5, dont 3 d’un geste.');
    expect(text).toContain('Choisies : seuils 5.');
  });
});
