import { describe, expect, it } from 'vitest';
import {
  createUnreviewed,
  type Place,
  type SaidToday,
  saidInMemory,
} from '../../../bot/feedback/unreviewed.ts';
import { openDatabase } from '../../../bot/store/database.ts';
import { createSaidToday } from '../../../bot/store/records/said-today.ts';
import type { Answer } from '../../../knowledge/answer/answer.ts';
import { passages } from '../../support/answers.ts';

const answer = (card: string | null, lang: 'fr' | 'en' = 'fr'): Answer => ({
  ...passages(),
  lang,
  trace: { card, rules: [] },
});
const place = (fields: Partial<Place> = {}): Place => ({
  roomId: '!s:x',
  thread: null,
  cause: '$1',
  today: '2026-11-22',
  ...fields,
});

const NOW = Date.UTC(2026, 10, 22, 9);
const stores: readonly [string, () => Promise<SaidToday>][] = [
  ['memory', async () => saidInMemory()],
  ['the database', async () => createSaidToday(await openDatabase(':memory:'), () => NOW)],
];

describe.each(stores)('a summary that nobody reviewed, told in %s', (_, open) => {
  const setUp = async () => {
    const say = createUnreviewed((card) => card === 'relue', await open());
    return async (card: string | null, fields: Partial<Place> = {}, lang: 'fr' | 'en' = 'fr') =>
      (await say(answer(card, lang), place(fields))).notices.flatMap(({ code, text }) =>
        code === 'resume-non-relu' ? text : [],
      );
  };

  it('is said to be one, once per conversation and day', async () => {
    const told = await setUp();
    expect(await told('seuils')).toEqual([expect.stringMatching(/Résumé non relu.*les textes font foi/)]);
    expect(await told('champ', { cause: '$2' })).toEqual([]);
    expect(await told('champ', { cause: '$3', thread: '$t' })).toHaveLength(1);
    expect(await told('champ', { cause: '$4', roomId: '!autre:x' })).toHaveLength(1);
    expect(await told('champ', { cause: '$5', today: '2026-11-23' })).toHaveLength(1);
  });

  it('is said again of the same message, edited or handled twice', async () => {
    const told = await setUp();
    await told('seuils');
    await told('champ', { cause: '$2' });
    expect(await told('champ')).toHaveLength(1);
  });

  it('is not said where there is no summary, nor of one that was reviewed', async () => {
    const told = await setUp();
    expect(await told(null)).toEqual([]);
    expect(await told('relue')).toEqual([]);
    expect(await told('seuils', {}, 'en')).toEqual(['Summary not reviewed; texts prevail.']);
  });
});
