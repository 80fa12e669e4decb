import { expect, it } from 'vitest';
import { createSpellingBack } from '../../../knowledge/facts/spelling-back.ts';

const spell = createSpellingBack(['SaaS', 'Outscale', 'État', 'état civil', 'Cour des comptes']);

it.each([
  ['saas', 'SaaS'],
  ['OUTSCALE', 'Outscale'],
  ["services de l'etat", "services de l'État"],
  ['état civil', 'état civil'],
  ['la COUR DES COMPTES', 'la Cour des comptes'],
  ['Préfecture', 'préfecture'],
  ['DREAL Bretagne', 'DREAL Bretagne'],
  ['3,5 m€', '3,5 M€'],
  ['600 k€', '600 k€'],
  ['outscaled', 'outscaled'],
])('« %s » is shown as « %s »', (read, shown) => {
  expect(spell(read)).toBe(shown);
});
