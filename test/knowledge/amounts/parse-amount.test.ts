import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCents } from '../../../knowledge/amounts/format.ts';
import { parseAmount } from '../../../knowledge/amounts/parse-amount.ts';

/** Euros understood, or the code of the refusal. */
const read = (input: string): number | string => {
  const result = parseAmount(input);
  return result.ok ? result.cents / 100 : result.error;
};

describe('amounts as people type them', () => {
  it.each([
    ['3.5M', 3_500_000],
    ['3,5 M€', 3_500_000],
    ['950k', 950_000],
    ['500 K€', 500_000],
    ['500 ke', 500_000],
    ['3 500 000 euros', 3_500_000],
    ['9\u00a0000\u00a0000\u202f€', 9_000_000],
    ['1\u202f000\u202f000\u00a0€', 1_000_000],
    ['€3.5M', 3_500_000],
    ['EUR 2000000', 2_000_000],
    ['3.5 €M', 3_500_000],
    ['2 millions', 2_000_000],
    ['1,2 Md€', 1_200_000_000],
    ['1,2 milliard d’euros', 1_200_000_000],
    ['3,2 M€ TTC', 3_200_000],
    ['1.000.000', 1_000_000],
    ['1,000,000.50', 1_000_000.5],
    ['1.000.000,50', 1_000_000.5],
    ["1'000'000", 1_000_000],
    ['1’000’000 €', 1_000_000],
    ['1_000_000', 1_000_000],
    ['１０００００００', 10_000_000],
    ['９　０００　０００ €', 9_000_000],
    ['1e6', 1_000_000],
    ['1,5E6 €', 1_500_000],
    ['½ million', 500_000],
    ['2 ½ M€', 2_500_000],
    ['9 000 000 euros et 1 centime', 9_000_000.01],
    ['un budget de 3 M€', 3_000_000],
    ['« 9 M€ »', 9_000_000],
    ['+5 M€', 5_000_000],
    ['3,5 M€ TTC sur 4 ans', 3_500_000],
    ['2 millions sur cinq années', 2_000_000],
    ['0.500 M€', 500_000],
    ['1234,567 k€', 1_234_567],
  ])('%s → %d €', (input, euros) => {
    expect(read(input)).toBe(euros);
  });

  it.each([
    ["un million d'euros", 1_000_000],
    ["neuf millions d'euros", 9_000_000],
    ['un million deux cent mille', 1_200_000],
    ['deux millions et demi', 2_500_000],
    ["un demi-million d'euros", 500_000],
    ['1 demi-million', 500_000],
    ['trois virgule cinq millions', 3_500_000],
    ['deux virgule zéro cinq millions', 2_050_000],
    ['mille deux cents euros', 1200],
    ['soixante et onze mille', 71_000],
    ['vingt et un millions', 21_000_000],
    ['neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf euros', 999_999],
    ['quatre-vingts millions', 80_000_000],
    ['cent quatre-vingt mille', 180_000],
    ['2 millions 500 mille', 2_500_000],
    ['2 millions 500 000', 2_500_000],
    ['2 millions 1000', 2_001_000],
    ['3 mille 500', 3500],
    ['3 euros et 99 centimes', 3.99],
    ['mille milliards', 1_000_000_000_000],
    ['un euro', 1],
    ['zéro', 0],
  ])('%s → %d €', (input, euros) => {
    expect(read(input)).toBe(euros);
  });

  it.each([
    ['0,9999999 M€', 999_999.9, []],
    ['999 999,99 €', 999_999.99, []],
    ['999999,999', 999_999.99, ['ARRONDI']],
    ['0,99999999999 M€', 999_999.99, ['ARRONDI']],
    ['9,0000000001 M€', 9_000_000.01, ['ARRONDI']],
    ['9000000,001', 9_000_000.01, ['ARRONDI']],
  ])('%s is never rounded onto a threshold', (input, euros, warnings) => {
    expect(parseAmount(input)).toEqual({ ok: true, cents: Math.round(euros * 100), warnings });
  });
});

describe('what is refused, and why', () => {
  it.each([
    ['', 'VIDE'],
    [' \u00a0 ', 'VIDE'],
    ['abc', 'PAS_UN_NOMBRE'],
    ['9'.repeat(100_000), 'PAS_UN_NOMBRE'],
    ['NaN', 'PAS_UN_NOMBRE'],
    ['inf', 'PAS_UN_NOMBRE'],
    ['-inf', 'PAS_UN_NOMBRE'],
    ['∞', 'PAS_UN_NOMBRE'],
    ['€', 'PAS_UN_NOMBRE'],
    ['M€', 'PAS_UN_NOMBRE'],
    ['million', 'PAS_UN_NOMBRE'],
    ['un', 'PAS_UN_NOMBRE'],
    ['50 %', 'PAS_UN_NOMBRE'],
    ['3 M€ par an', 'PAS_UN_NOMBRE'],
    ['3 M€/an sur 4 ans', 'PAS_UN_NOMBRE'],
    ['1.2.3', 'PAS_UN_NOMBRE'],
    ['1.234.56', 'PAS_UN_NOMBRE'],
    ['1.234,5.6', 'PAS_UN_NOMBRE'],
    ['0x10', 'PAS_UN_NOMBRE'],
    ['1e-6', 'PAS_UN_NOMBRE'],
    ['1e400', 'PAS_UN_NOMBRE'],
    ['10⁶ €', 'PAS_UN_NOMBRE'],
    ['99 999 999 999 999 999', 'PAS_UN_NOMBRE'],
    ['-5', 'NEGATIF'],
    ['−5 M€', 'NEGATIF'],
    ['€-5', 'NEGATIF'],
    ['moins 5 millions', 'NEGATIF'],
    ['12 M$', 'DEVISE'],
    ['$3.5M', 'DEVISE'],
    ['£5m', 'DEVISE'],
    ['5 MUSD', 'DEVISE'],
    ['3 millions de dollars', 'DEVISE'],
    ['5 CHF', 'DEVISE'],
    ['entre 1 et 2 M€', 'PLUSIEURS_MONTANTS'],
    ['1 à 2 M€', 'PLUSIEURS_MONTANTS'],
    ['1-2 M€', 'PLUSIEURS_MONTANTS'],
    ['3 euros et 100 centimes', 'PLUSIEURS_MONTANTS'],
    ['3 euros et 1,5 centime', 'PLUSIEURS_MONTANTS'],
    ['deux 3', 'PLUSIEURS_MONTANTS'],
    ['2 millions 3 millions', 'PLUSIEURS_MONTANTS'],
    ['2 millions 1 000 000', 'PLUSIEURS_MONTANTS'],
    ['2 millions 500,5', 'PLUSIEURS_MONTANTS'],
    ['1–2 M€', 'PLUSIEURS_MONTANTS'],
    ['1 M€ + 500 k€', 'PLUSIEURS_MONTANTS'],
    ['1 M€ de licences et 500 k€ de services', 'PLUSIEURS_MONTANTS'],
    ['2 x 500 k€', 'PLUSIEURS_MONTANTS'],
    ["moins d'un million", 'PLUSIEURS_MONTANTS'],
    ['> 9 M€', 'PLUSIEURS_MONTANTS'],
  ])('%.40s → %s', (input, error) => {
    expect(read(input)).toBe(error);
  });

  it.each([
    ['3.500', ['3,50 €', '3 500 €']],
    ['1,000', ['1 €', '1 000 €']],
    ['3.5', ['3,50 €', '3 500 000 €']],
    ['3.500 M€', ['3 500 000 €', '3 500 000 000 €']],
    ['9 000 000,001 €', ['9 000 000,01 €', '9 000 000 001 €']],
    ['1M5', ['1 000 005 €', '1 500 000 €']],
    ['2 millions 999', ['2 000 999 €', '2 999 000 €']],
    ['1 milliard 5', ['1 000 000 005 €', '1 500 000 000 €']],
    ['2 millions 500', ['2 000 500 €', '2 500 000 €']],
    ['1 M 500 k€', ['1 500 000 €']],
    ['2 billions', ['2 000 000 000 €', '2 000 000 000 000 €']],
  ])('%s has readings %j, each of which can be pasted back', (input, readings) => {
    const result = parseAmount(input);
    if (result.ok) throw new Error(`understood as ${result.cents}`);
    expect(result.error).toBe('PLUSIEURS_MONTANTS');
    expect(result.readings.map((text) => text.replace(/\s/g, ' '))).toEqual(readings);
    for (const reading of result.readings) expect(parseAmount(reading).ok).toBe(true);
  });
});

describe('what is taken with a warning', () => {
  it.each([
    ['12', ['SANS_UNITE']],
    ['0', ['NUL']],
    ['environ 3 M€', ['APPROCHE']],
    ['3 M€ HT', ['TAXES']],
    ['1000', []],
    ['12 €', []],
  ])('%s: %j', (input, warnings) => {
    expect(parseAmount(input)).toMatchObject({ ok: true, warnings });
  });
});

describe('any input', () => {
  it('an amount that we write is read back as the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), (cents) => {
        expect(parseAmount(formatCents(cents))).toMatchObject({ ok: true, cents });
      }),
    );
  });

  it('never throws, and never gives a negative or fractional number of cents', () => {
    const piece = fc.constantFrom(
      '1',
      '9',
      '000',
      ' ',
      '.',
      ',',
      'M',
      '€',
      '-',
      'k',
      'e',
      'un',
      ' million',
      ' et demi',
      "'",
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (input) => {
        const result = parseAmount(input);
        if (result.ok) expect(Number.isSafeInteger(result.cents) && result.cents >= 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
