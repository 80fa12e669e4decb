import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutCourtesy } from '../../../knowledge/reading/courtesy.ts';

it.each([
  ['12 M€, merci beaucoup !', '12 M€'],
  ['1,5M s’il vous plaît', '1,5M'],
  ['R7 stp ?', 'R7'],
  ['R7 ?', 'R7'],
  ['R7?', 'R7'],
  ['?', ''],
  ['svp', ''],
  ['Merci d’avance 🙏', ''],
  ['saas please. Bonne journée', 'saas'],
  ['2 oui merci', '2 oui'],
  ['R9. Merci', 'R9'],
  ['3 M€... Bonne soirée.', '3 M€'],
  ['1 motif="fin du marché." Merci', '1 motif="fin du marché."'],
  ['lister toutes\nmerci', 'lister toutes'],
  ['ajouter projet=A regle=R9 merci', 'ajouter projet=A regle=R9'],
])('%j is %j without its courtesy', (typed, left) => {
  expect(withoutCourtesy(typed)).toBe(left);
});

it.each([
  '2 fin=?',
  '2 fin= ?',
  '1 motif=merci',
  '1 motif= merci',
  '1 motif="dit merci"',
  'projet="Où est-ce ?"',
  'Mercier',
  'cdltx',
  '3 M€',
])('%j is left', (typed) => {
  expect(withoutCourtesy(typed)).toBe(typed);
});

it('only ever cuts the end, in linear time', () => {
  fc.assert(fc.property(fc.string(), (text) => text.startsWith(withoutCourtesy(text))));
  expect(withoutCourtesy(`${' ?'.repeat(20_000)}x`)).toHaveLength(40_001);
});
