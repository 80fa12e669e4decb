import { describe, expect, it } from 'vitest';
import { type ObligationFacts, obligations } from '../../../knowledge/rules/obligations.ts';

const TODAY = '2026-11-22';
const PROJECT: ObligationFacts = {
  nouveau: true,
  hebergement: 'commercial',
  serviceUtilisateur: false,
  surMesure: false,
  cents: 2_000_000_00,
  sensibilite: 'SNC_REQUIS',
};

const applicable = (facts: Partial<ObligationFacts>): Record<string, boolean | null> => {
  const found = obligations({ ...PROJECT, ...facts }, TODAY);
  if (found.kind !== 'decided') throw new Error(found.reason);
  return Object.fromEntries(found.liste.map(({ code, applicable: applies }) => [code, applies]));
};

it('a new project on a commercial offer: what applies, rule by rule', () => {
  expect(applicable({})).toEqual({
    R1_CHERCHER_UNE_SOLUTION_CLOUD: true,
    R2_FORMER: true,
    R3_INCITER_ET_CONTROLER: true,
    R4_REVERSIBILITE: true,
    R5_RESILIENCE: true,
    R5_DETECTION_ET_ISOLATION: true,
    R6_CLOUD_PAR_DEFAUT: true,
    R7_DOCUMENTER_LA_DEROGATION: false,
    R8_CONTROLE: true,
    R9_PROTECTION_DES_DONNEES: true,
    R9_SECNUMCLOUD: true,
    R10_PORTABILITE: true,
    R11_SUITE_INTERMINISTERIELLE: true,
    R12_SERVICES_ADDITIONNELS: false,
    R13_PAS_DE_SUR_MESURE: false,
    R14_CONFORMITE_DE_L_EDITEUR: false,
    R15_DIVERSITE_DES_FOURNISSEURS: true,
  });
});

describe('what a fact changes', () => {
  it.each([
    [{ nouveau: false }, 'R1_CHERCHER_UNE_SOLUTION_CLOUD', false],
    [{ nouveau: false }, 'R6_CLOUD_PAR_DEFAUT', false],
    [{ nouveau: null }, 'R6_CLOUD_PAR_DEFAUT', null],
    [{ hebergement: 'interne' }, 'R4_REVERSIBILITE', false],
    [{ hebergement: 'interne' }, 'R5_RESILIENCE', true],
    [{ hebergement: 'interne' }, 'R5_DETECTION_ET_ISOLATION', false],
    [{ hebergement: 'interne' }, 'R9_PROTECTION_DES_DONNEES', false],
    [{ hebergement: 'interne' }, 'R9_SECNUMCLOUD', false],
    [{ hebergement: 'interne' }, 'R10_PORTABILITE', true],
    [{ hebergement: 'hors_cloud' }, 'R5_RESILIENCE', false],
    [{ hebergement: 'hors_cloud' }, 'R10_PORTABILITE', false],
    [{ hebergement: 'hors_cloud' }, 'R7_DOCUMENTER_LA_DEROGATION', true],
    [{ hebergement: 'hors_cloud', cents: 999_999_99 }, 'R7_DOCUMENTER_LA_DEROGATION', false],
    [{ hebergement: 'hors_cloud', cents: null }, 'R7_DOCUMENTER_LA_DEROGATION', null],
    [{ hebergement: null }, 'R7_DOCUMENTER_LA_DEROGATION', null],
    [{ hebergement: null, cents: 999_999_99 }, 'R7_DOCUMENTER_LA_DEROGATION', false],
    [{ hebergement: 'interne', cents: null }, 'R7_DOCUMENTER_LA_DEROGATION', false],
    [{ hebergement: null, cents: null }, 'R7_DOCUMENTER_LA_DEROGATION', null],
    [{ hebergement: null }, 'R4_REVERSIBILITE', null],
    [{ hebergement: null }, 'R5_RESILIENCE', null],
    [{ sensibilite: 'SNC_REQUIS_SI_COMMERCIAL' }, 'R9_SECNUMCLOUD', true],
    [{ sensibilite: 'SNC_NON_REQUIS' }, 'R9_SECNUMCLOUD', false],
    [{ sensibilite: 'A_EVALUER' }, 'R9_SECNUMCLOUD', null],
    [{ sensibilite: null }, 'R9_SECNUMCLOUD', null],
    [{ sensibilite: null, hebergement: 'interne' }, 'R9_SECNUMCLOUD', false],
    [{ serviceUtilisateur: true }, 'R6_CLOUD_PAR_DEFAUT', false],
    [{ serviceUtilisateur: true }, 'R10_PORTABILITE', false],
    [{ serviceUtilisateur: true }, 'R12_SERVICES_ADDITIONNELS', true],
    [{ serviceUtilisateur: true }, 'R13_PAS_DE_SUR_MESURE', true],
    [{ serviceUtilisateur: true }, 'R14_CONFORMITE_DE_L_EDITEUR', true],
    [{ serviceUtilisateur: null }, 'R14_CONFORMITE_DE_L_EDITEUR', null],
    [{ surMesure: true }, 'R13_PAS_DE_SUR_MESURE', true],
    [{ surMesure: null }, 'R13_PAS_DE_SUR_MESURE', null],
  ] as const)('%j: %s → %s', (facts, code, applies) => {
    expect(applicable(facts)[code]).toBe(applies);
  });
});

it('says who owes what, under the words of that rule', () => {
  const found = obligations(PROJECT, TODAY);
  if (found.kind !== 'decided') throw new Error(found.reason);
  const owed = (wanted: string) =>
    found.liste.filter(({ porteur }) => porteur === wanted).map(({ code }) => code);
  expect(owed('PROJET')).toHaveLength(13);
  expect(owed('DINUM')).toEqual(['R11_SUITE_INTERMINISTERIELLE']);
  expect(owed('ADMINISTRATION')).toEqual([
    'R2_FORMER',
    'R3_INCITER_ET_CONTROLER',
    'R15_DIVERSITE_DES_FOURNISSEURS',
  ]);
  for (const { code, citation } of found.liste) {
    const rule = code.split('_')[0] ?? '';
    expect(citation.passage).toMatch(new RegExp(`^circulaire-2023#${rule}(\\.|$)`));
  }
});

it.each([
  [{}, '2023-05-30', 'AVANT_LA_CIRCULAIRE_DE_2023'],
  [{}, '2026-02-30', 'DATE_INEXISTANTE'],
  [{ cents: null }, '2023-05-30', 'AVANT_LA_CIRCULAIRE_DE_2023'],
  [{ cents: -1 }, TODAY, 'MONTANT_INVALIDE'],
])('%j on %s → %s', (facts, asOf, reason) => {
  expect(obligations({ ...PROJECT, ...facts }, asOf)).toMatchObject({ reason });
});
