import { describe, expect, it } from 'vitest';
import { findAmounts } from '../../../knowledge/amounts/find-amounts.ts';

const euros = (text: string): number[] => findAmounts(text).map((cents) => cents / 100);

describe('amounts named in a sentence', () => {
  it.each([
    ['on a un SIRH à 3 M€ qu’on veut garder chez nous', [3_000_000]],
    ['un projet à 3M hors cloud', [3_000_000]],
    ['budget de 950k', [950_000]],
    ['budget de 10k', [10_000]],
    ['deux mille euros', [2000]],
    ['estimé à 2,4 millions d’euros, toutes années confondues', [2_400_000]],
    ['tout juste un million d’euros', [1_000_000]],
    ['à neuf millions pile', [9_000_000]],
    ['600\u202f000 € au total', [600_000]],
    ['EUR 2 000 000 de coût complet', [2_000_000]],
    ['2,5 millions ou 3,5 millions', [2_500_000, 3_500_000]],
    ['3 M€, oui, 3 M€', [3_000_000]],
    ['déroger à R7 à 3 M€', [3_000_000]],
    ['un budget de 2 millions', [2_000_000]],
    ['2 millions de budget, 3 millions d’usagers', [2_000_000]],
    ['a full cost of nine million', [9_000_000]],
    ['3 M€ à un an d’ici', [3_000_000]],
    ['un budget de cinq mille', [5000]],
    ['deux mille vingt et un euros', [2021]],
    ['cinq cent mille pour tout refaire', [500_000]],
  ])('%s → %j', (text, amounts) => {
    expect(euros(text)).toEqual(amounts);
  });

  it.each([
    'la 5G et le 4k',
    'en service depuis deux mille dix-sept',
    'un budget voté en deux mille vingt-quatre',
    'mille neuf cent quatre-vingt-dix-huit',
    'quatre mille machines virtuelles',
    'un écran 9,9k',
    'R9 et R14, version du 25 mai 2023',
    'depuis 12 mois, 50 % des agents',
    'plus de 9 M€',
    'au-dessus de neuf millions',
    'moins d’un million d’euros',
    '5 M€ par an',
    '30 € / mois',
    '2 k€ HT par agent',
    '12 M$',
    'un projet de 3.500 €',
    'deux serveurs, trois applications',
    'entre 1 et 2 M€',
    'de 1 à 2 millions',
    '1-2 M€',
    'un fichier de 6 millions d’usagers',
    'un million de dossiers',
    '200k utilisateurs',
    'an app with 3 million users',
    '1 M€ chacun',
    '40 k€ per year',
    '',
  ])('none in « %s »', (text) => {
    expect(euros(text)).toEqual([]);
  });
});
