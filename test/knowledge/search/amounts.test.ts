import { describe, expect, it } from 'vitest';
import { amountTerms } from '../../../knowledge/search/text/amounts.ts';
import { fold } from '../../../knowledge/search/text/fold.ts';

describe('amountTerms', () => {
  it.each([
    ['budget de 40 000 euros', '@moins-1m'],
    ['2.5M', '@1m-9m'],
    ['2,4 M€', '@1m-9m'],
    ['600 k€', '@moins-1m'],
    ['neuf millions', '@1m-9m'],
    ['14 millions d’euros', '@plus-9m'],
    ['1,8 milliard', '@plus-9m'],
    ['un million pile', '@1m-9m'],
    ['onze millions', '@plus-9m'],
    ['treize millions', '@plus-9m'],
    ['quatorze millions', '@plus-9m'],
    ['seize millions', '@plus-9m'],
    ['quarante millions', '@plus-9m'],
    ['cent millions', '@plus-9m'],
    ['cent mille euros', '@moins-1m'],
    ['nine million', '@1m-9m'],
    ['49 %', '@part-moins-50'],
    ['50 pour cent', '@part-50-et-plus'],
  ])('places « %s » in %s', (text, band) => {
    expect(amountTerms(fold(text))).toContain(band);
  });

  it.each([
    'R9',
    'la règle 15',
    '12 mois',
    'le 31 mai 2023',
    'en 2021',
  ])('sees no amount in « %s »', (text) => {
    expect(amountTerms(fold(text))).toEqual([]);
  });
});
