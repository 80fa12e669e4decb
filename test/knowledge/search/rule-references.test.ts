import { describe, expect, it } from 'vitest';
import { fold } from '../../../knowledge/search/text/fold.ts';
import { joinRuleReferences, ruleReferences } from '../../../knowledge/search/text/rule-references.ts';

describe('ruleReferences', () => {
  it.each<[string, number[]]>([
    ['Que dit R9 ?', [9]],
    ['la règle 15 de la doctrine', [15]],
    ['la règle n° 4', [4]],
    ['[R 7]', [7]],
    ['R-12', [12]],
    ['R11 et R14', [11, 14]],
    ['les règles 4 et 5', [4, 5]],
    ['règles R1, R2 ou R3', [1, 2, 3]],
    ['règles 4, 5 et 6', [4, 5, 6]],
    ['rule 10', [10]],
    ['R18', [18]],
    ['R9 et 600 000 €', [9]],
    ['R7 et 9 millions', [7]],
    ['règle des 50 %', []],
    ['Rennes', []],
    ['office 365', []],
    ['pour 9 mois', []],
    ['RGPD article 28', []],
  ])('reads « %s » as %j', (text, rules) => {
    expect(ruleReferences(fold(text))).toEqual(rules);
  });
});

describe('joinRuleReferences', () => {
  it.each([
    ['la regle 15', 'r15'],
    ['[r 7]', 'r7'],
    ['regle n° r4', 'r4'],
  ])('writes « %s » with the word %s', (text, word) => {
    expect(joinRuleReferences(text).split(/[^a-z0-9]+/)).toContain(word);
  });
});
