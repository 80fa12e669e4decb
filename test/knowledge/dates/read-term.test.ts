import { describe, expect, it } from 'vitest';
import { readDuration } from '../../../knowledge/dates/read-duration.ts';
import { readTerm } from '../../../knowledge/dates/read-term.ts';

describe('a duration', () => {
  it.each([
    ['5j', 5],
    ['12 jours', 12],
    ['quinze jours', 15],
    ['vingt et un jours', 21],
    ['une quinzaine', 15],
    ['une semaine', 7],
    ['trois semaines', 21],
    ['2 sem.', 14],
    ['un mois', 30],
    ['un mois et demi', 45],
    ['pendant six mois', 180],
    ['les 3 prochains mois', 90],
    ['30 jours à venir', 30],
    ['un trimestre', 91],
    ['1 an', 365],
    ['deux ans', 730],
    ['1 an et 6 mois', 545],
    ['un an et un mois', 395],
    ['l’année', 365],
  ])('%s is %i days', (typed, days) => {
    expect(readDuration(typed)).toBe(days);
  });

  it.each([
    '',
    'jours',
    'j',
    '0 jour',
    'zéro jour',
    'peu de jours',
    '3',
    '2 lunes',
    '1 an et',
    'constructor',
  ])('%s is none', (typed) => {
    expect(readDuration(typed)).toBeNull();
  });
});

describe('the end of a delay, on Friday 27 November 2026', () => {
  it.each([
    ['demain', '2026-11-28'],
    ['après-demain', '2026-11-29'],
    ['lundi', '2026-11-30'],
    ['vendredi prochain', '2026-12-04'],
    ['jusqu’à jeudi', '2026-12-03'],
    ['la semaine prochaine', '2026-12-04'],
    ['8 jours', '2026-12-05'],
    ['jusqu’au 9 janvier', '2027-01-09'],
    ['jusqu’au 9 décembre', '2026-12-09'],
    ['05/02', '2027-02-05'],
    ['fin janvier', '2027-01-31'],
    ['le 4 mai 2027', '2027-05-04'],
    ['jusqu’à fin mai 2027', '2027-05-31'],
  ])('%s is %s', (typed, date) => {
    expect(readTerm(typed, '2026-11-27')).toEqual({ ok: true, date });
  });

  it.each([
    ['hier', []],
    ['27/11/2026', []],
    ['2020', []],
    ['un jour', null],
    ['mars 2027', ['2027-03-01', '2027-03-31']],
    ['01/02/27', ['2027-02-01', '2001-02-27', '2027-01-02']],
    ['le 30 février', []],
  ])('%s: %j', (typed, readings) => {
    expect(readTerm(typed, '2026-11-27')).toEqual(
      readings === null ? { ok: true, date: '2026-11-28' } : { ok: false, readings },
    );
  });
});
