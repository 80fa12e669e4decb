import { describe, expect, it } from 'vitest';
import { recogniseSituation } from '../../../knowledge/facts/facts.ts';

it('reads amounts, rules, dates and hosting together', () => {
  expect(
    recogniseSituation(
      'Notre SIRH à 3 M€ reste sur nos serveurs ; dérogation à R6 depuis le 1er mars 2026, qui contrôle ?',
    ),
  ).toEqual({
    amounts: [3_000_000_00],
    rules: [6],
    dates: ['2026-03-01'],
    hosting: 'hors_cloud',
    aboutProject: true,
    asksControl: true,
    asksDerogation: true,
    acceptableOffer: false,
    asksFigures: false,
    aboutFunding: false,
  });
});

describe('hosting', () => {
  it.each([
    ['on veut le garder chez nous', 'hors_cloud'],
    ['l’installer dans sa propre salle machine', 'hors_cloud'],
    ['si nous restons hors nuage', 'hors_cloud'],
    ['sur nos propres serveurs plutôt que chez AWS', 'hors_cloud'],
    ['hébergé sur NUBO', 'interne'],
    ['sur le cloud PI', 'interne'],
    ['chez Azure', 'commercial'],
    ['une offre commerciale qualifiée', 'commercial'],
    ['que dit R9 ?', null],
  ])('%s → %s', (text, hosting) => {
    expect(recogniseSituation(text).hosting).toBe(hosting);
  });
});

describe('dates', () => {
  it.each([
    ['le 31/07/2026', ['2026-07-31']],
    ['le 1er août 2026', ['2026-08-01']],
    ['le 2026-07-31', ['2026-07-31']],
    ['le 5.7.2021', ['2021-07-05']],
    ['le 31/02/2026', []],
    ['du 5 juillet 2021 au 31 mai 2023', ['2021-07-05', '2023-05-31']],
    ['le 31/07/2026, soit le 2026-07-31', ['2026-07-31']],
    ['en mai 2023', []],
  ])('%s → %j', (text, dates) => {
    expect(recogniseSituation(text).dates).toEqual(dates);
  });
});
