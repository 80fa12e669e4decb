import { expect, it } from 'vitest';
import { pointOf } from '../../../commands/verdicts/situation.ts';
import { loadFactLexicon } from '../../../knowledge/facts/load-lexicon.ts';
import { createFactReader } from '../../../knowledge/facts/read-facts.ts';

const read = createFactReader(loadFactLexicon());

it.each([
  ['exemption dinum seuil ?', 'R7_SI_DEROGATION'],
  ['quelle étude comparative pour une dérogation', 'R7_SI_DEROGATION'],
  ['1,1 M€ HT ou 1,3 M€ TTC, on retient quoi', 'COUT_HT_OU_TTC'],
  ['dérogation à R9 : qui valide', null],
  ['combien de dérogations sous le seuil', null],
  ['HT ou TTC', null],
])('« %s » asks for the point %s', (question, point) => {
  const { asks, amounts } = read(question);
  expect(pointOf(asks, amounts)).toBe(point);
});
