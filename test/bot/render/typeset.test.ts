import { describe, expect, it } from 'vitest';
import { typeset, typesetText } from '../../../bot/render/typeset.ts';

describe('French typography', () => {
  it.each([
    ['Attendu : un nombre ; puis ?', 'Attendu\u00a0: un nombre\u00a0; puis\u00a0?'],
    ['« cloud au centre ».', '«\u00a0cloud au centre\u00a0».'],
    ['(est-ce vrai ?)', '(est-ce vrai\u00a0?)'],
    ['ligne :\nsuite', 'ligne\u00a0:\nsuite'],
    ['clé: valeur, !seuil :x', 'clé: valeur, !seuil :x'],
    ['tapez !aide', 'tapez !aide'],
    ['déjà\u00a0: fait', 'déjà\u00a0: fait'],
  ])('%j', (text, expected) => {
    expect(typeset(text)).toBe(expected);
  });

  it('leaves code and English alone', () => {
    const text = ['a : ', { kind: 'code', text: 'b : c' }] as const;
    expect(typesetText(text, 'fr')).toEqual(['a\u00a0: ', { kind: 'code', text: 'b : c' }]);
    expect(typesetText(text, 'en')).toBe(text);
  });
});
