import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../../knowledge/dates/find-dates.ts';
import { readDay } from '../../../knowledge/dates/read-day.ts';
import { fold } from '../../../knowledge/search/text/fold.ts';

describe('a day', () => {
  it.each([
    ['le 3 février 2028', '2028-02-03'],
    ['jeudi 3 février 2028', '2028-02-03'],
    ['Jeu. 3 févr. 2028', '2028-02-03'],
    ['7 avr. 2026', '2026-04-07'],
    ['9 sept 2026', '2026-09-09'],
    ['30 déc. 2026', '2026-12-30'],
    ['1er/11/2026', '2026-11-01'],
    ['1 er mai 2027', '2027-05-01'],
    ['jusqu’au 31/12/2027', '2027-12-31'],
    ['jusqu’au lundi 3 janvier 2028', '2028-01-03'],
    ['2027/1/9', '2027-01-09'],
    ['2027.01.09', '2027-01-09'],
    ['2026-10-04 00:00:00', '2026-10-04'],
    ['2026-10-04T00:00:00.000Z', '2026-10-04'],
    ['04/10/2026 00:00', '2026-10-04'],
    ['2026-10-04T00:00:00+02:00', '2026-10-04'],
    ['5-nov-26', '2026-11-05'],
    ['28/Feb/27', '2027-02-28'],
    ['6-août-2026', '2026-08-06'],
    ['March 4, 2027', '2027-03-04'],
    ['12 mars 2026.', '2026-03-12'],
  ])('%s is %s', (typed, date) => {
    expect(readDay(typed)).toEqual({ ok: true, date });
  });

  it.each([
    ['fin février 2028', '2028-02-29', 'DERNIER_JOUR'],
    ['à la fin d’avril 2027', '2027-04-30', 'DERNIER_JOUR'],
    ['jusqu’à fin juin 2027', '2027-06-30', 'DERNIER_JOUR'],
    ['lundi 3 février 2028', '2028-02-03', 'AUTRE_JOUR_DE_SEMAINE'],
  ])('%s is %s, and says what was decided', (typed, date, assumed) => {
    expect(readDay(typed.replace(/^à la /, 'la '))).toEqual({ ok: true, date, assumed });
  });

  it.each([
    ['05/06/27', ['2027-06-05', '2005-06-27', '2027-05-06']],
    ['31/12/27', ['2027-12-31', '2031-12-27']],
    ['5 6 27', ['2027-06-05', '2005-06-27', '2027-05-06']],
    ['avril 2027', ['2027-04-01', '2027-04-30']],
    ['46127', ['2026-04-15']],
    ['2026-10-03T22:00:00Z', ['2026-10-03', '2026-10-04']],
    ['2026-10-04T00:00:00+09:00', ['2026-10-04', '2026-10-03']],
    ['99/99/99', []],
  ])('%s is refused with its readings', (typed, readings) => {
    expect(readDay(typed)).toEqual({ ok: false, error: 'DATE_AMBIGUE', readings });
  });

  it.each([
    ['30 février 2027', 'DATE_INEXISTANTE'],
    ['2027/13/01', 'DATE_INEXISTANTE'],
    ['1er mars 1998', 'DATE_HORS_PERIODE'],
    ['12 jui 2026', 'DATE_ILLISIBLE'],
    ['12/03', 'DATE_ILLISIBLE'],
    ['bientôt', 'DATE_ILLISIBLE'],
    ['2026-10-04T14:30:00', 'DATE_ILLISIBLE'],
    ['avant le 12 mars 2026', 'DATE_ILLISIBLE'],
    ['le', 'DATE_ILLISIBLE'],
    ['', 'DATE_ILLISIBLE'],
  ])('%s is refused', (typed, error) => {
    expect(readDay(typed)).toEqual({ ok: false, error });
  });

  it('never throws, and gives days that exist', () => {
    const pieces = fc.constantFrom(
      'le ',
      'fin ',
      '12',
      '/',
      '-',
      ' ',
      'mars',
      'févr.',
      '2027',
      '26',
      'T00:00',
      'Z',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 9 }), (parts) => {
        const read = readDay(parts.join(''));
        const days = read.ok ? [read.date] : (read.readings ?? []);
        return days.every((day) => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day));
      }),
    );
  });
});

describe('days within a sentence', () => {
  it.each([
    ['Du 4 févr. 2027 au 2027/03/01, soit fin mars 2027', ['2027-02-04', '2027-03-01', '2027-03-31']],
    ['l’offre du 1er/09/2026', ['2026-09-01']],
    ['le 12/03/26 ou en mars 2027', []],
    ['l’adresse 10.0.12.2026.4', []],
  ])('%s', (text, days) => {
    expect(findDates(fold(text))).toEqual(days);
  });
});
