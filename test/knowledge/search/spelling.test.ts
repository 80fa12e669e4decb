import { describe, expect, it } from 'vitest';
import { createSpellingRepair } from '../../../knowledge/search/text/spelling.ts';

const vocabulary = new Map(
  [
    'infonuage',
    'derogation',
    'reversibilite',
    'hebergeur',
    'fournisseur',
    'formation',
    'information',
    'secnumcloud',
    'site',
  ].map((word, at) => [word, at + 1]),
);
const repair = createSpellingRepair(vocabulary, (word) => word === 'toujours');

describe('typo repair', () => {
  it.each([
    ['reversibilité avec deux lettres inversées', 'reversibiltie', 'reversibilite'],
    ['a missing letter', 'derogtion', 'derogation'],
    ['a doubled letter', 'hebbergeur', 'hebergeur'],
    ['two slips in a long word', 'secnumclooudd', 'secnumcloud'],
  ])('mends %s', (_, typed, meant) => {
    expect(repair(`la ${typed}`)).toEqual({
      folded: `la ${meant}`,
      repairs: [{ read: typed, understood: meant }],
    });
  });

  it.each([
    ['a known word, though another is one letter away', 'formation'],
    ['an inflection of a known word', 'derogations'],
    ['a short word', 'vite'],
    ['a stop word', 'toujours'],
    ['a word with figures', 'r2d2r2d2'],
    ['a word that looks like nothing', 'tournesol'],
    ['a word of five hundred letters', 'a'.repeat(500)],
  ])('leaves %s alone', (_, word) => {
    expect(repair(word).repairs).toEqual([]);
  });
});
