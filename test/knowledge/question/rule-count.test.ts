import { expect, it } from 'vitest';
import { wording } from '../../../knowledge/question/compose/wording.ts';
import { lookupOf } from '../../../knowledge/question/rule-lookup.ts';
import type { Analysis } from '../../../knowledge/search/text/analysis.ts';

it('the rules that exist are those of the corpus, however many', () => {
  const question = { rules: [2, 3], words: ['r2', 'r3'] } as unknown as Analysis;
  expect(lookupOf(question, { has: (number) => number <= 2 })).toMatchObject({ known: [2], unknown: [3] });
});

it.each([
  [15, 'La doctrine compte 15 règles, de R1 à R15\u00a0: R16 n’existe pas.'],
  [2, 'La doctrine compte 2 règles, de R1 à R2\u00a0: R16 n’existe pas.'],
  [0, 'Aucun texte du corpus n’a de règles numérotées\u00a0: R16 n’existe pas.'],
])('a corpus of %i rules says so of R16', (last, said) => {
  expect(wording.fr.onlyKnownRules([16], last)).toBe(said);
});
