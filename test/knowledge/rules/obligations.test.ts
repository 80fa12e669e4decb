import { describe, expect, it } from 'vitest';
import { obligations } from '../../../knowledge/rules/obligations.ts';
import type { Obligation, ObligationFacts } from '../../../knowledge/rules/obligations-types.ts';

const TODAY = '2026-11-22';
const PROJECT: ObligationFacts = {
  entite: null,
  nature: 'nouveau',
  part: null,
  vise: true,
  hebergement: 'commercial',
  personnelles: true,
  sante: null,
  serviceUtilisateur: false,
  surMesure: false,
  cents: 2_000_000_00,
  sensibilite: 'SNC_REQUIS',
};

const listed = (facts: Partial<ObligationFacts>, asOf = TODAY): readonly Obligation[] => {
  const found = obligations({ ...PROJECT, ...facts }, asOf);
  if (found.kind !== 'decided') throw new Error(found.reason);
  return found.liste;
};

const applicable = (facts: Partial<ObligationFacts>, asOf = TODAY): Record<string, boolean | null> =>
  Object.fromEntries(listed(facts, asOf).map(({ code, applicable: applies }) => [code, applies]));

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
    R13_PAS_DE_SUR_MESURE: true,
    R14_CONFORMITE_DE_L_EDITEUR: false,
    R15_DIVERSITE_DES_FOURNISSEURS: true,
  });
});

describe('what a fact changes', () => {
  it.each([
    [{ nature: 'maintenance', vise: true }, 'R1_CHERCHER_UNE_SOLUTION_CLOUD', false],
    [{ nature: 'evolution', part: 50 }, 'R1_CHERCHER_UNE_SOLUTION_CLOUD', false],
    [{ nature: null, vise: null }, 'R1_CHERCHER_UNE_SOLUTION_CLOUD', null],
    [{ vise: false }, 'R6_CLOUD_PAR_DEFAUT', false],
    [{ vise: null }, 'R6_CLOUD_PAR_DEFAUT', null],
    [{ vise: null }, 'R8_CONTROLE', null],
    [{ vise: false, hebergement: 'hors_cloud' }, 'R8_CONTROLE', false],
    [{ vise: false, hebergement: 'hors_cloud' }, 'R7_DOCUMENTER_LA_DEROGATION', false],
    [{ vise: null, hebergement: 'hors_cloud' }, 'R7_DOCUMENTER_LA_DEROGATION', null],
    [{ personnelles: false }, 'R9_PROTECTION_DES_DONNEES', false],
    [{ personnelles: null }, 'R9_PROTECTION_DES_DONNEES', null],
    [{ personnelles: null, sante: true }, 'R9_PROTECTION_DES_DONNEES', true],
    [{ personnelles: false, hebergement: null }, 'R9_PROTECTION_DES_DONNEES', false],
    [{ nature: 'maintenance', hebergement: 'hors_cloud' }, 'R4_REVERSIBILITE', false],
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
    [{ serviceUtilisateur: true }, 'R6_CLOUD_PAR_DEFAUT', true],
    [{ serviceUtilisateur: null }, 'R10_PORTABILITE', true],
    [{ serviceUtilisateur: true }, 'R12_SERVICES_ADDITIONNELS', true],
    [{ serviceUtilisateur: true }, 'R13_PAS_DE_SUR_MESURE', true],
    [{ serviceUtilisateur: true }, 'R14_CONFORMITE_DE_L_EDITEUR', true],
    [{ serviceUtilisateur: null }, 'R14_CONFORMITE_DE_L_EDITEUR', null],
    [{ serviceUtilisateur: true, hebergement: null }, 'R14_CONFORMITE_DE_L_EDITEUR', null],
    [{ nature: 'evolution', surMesure: true }, 'R13_PAS_DE_SUR_MESURE', true],
    [{ nature: 'evolution' }, 'R13_PAS_DE_SUR_MESURE', false],
    [{ nature: null, surMesure: null }, 'R13_PAS_DE_SUR_MESURE', null],
  ] as const)('%j: %s → %s', (facts, code, applies) => {
    expect(applicable(facts)[code]).toBe(applies);
  });
});

describe('what the texts leave to be read is not asserted', () => {
  it.each([
    [{ nature: 'evolution', part: 60 }, 'R1_CHERCHER_UNE_SOLUTION_CLOUD', 'R1_REFONTE'],
    [{ nature: 'maintenance' }, 'R4_REVERSIBILITE', 'MAINTENANCE_EST_ELLE_UN_PROJET'],
    [{ nature: 'maintenance' }, 'R5_RESILIENCE', 'MAINTENANCE_EST_ELLE_UN_PROJET'],
    [{ nature: 'maintenance' }, 'R10_PORTABILITE', 'MAINTENANCE_EST_ELLE_UN_PROJET'],
    [{ vise: false }, 'R8_CONTROLE', 'R8_SANS_R6'],
    [{ serviceUtilisateur: true }, 'R10_PORTABILITE', 'R10_LOGICIEL_A_LA_DEMANDE'],
    [
      { entite: 'organisme_sous_tutelle', serviceUtilisateur: true },
      'R12_SERVICES_ADDITIONNELS',
      'R12_DIT_LES_MINISTERES',
    ],
    [{ nature: 'evolution', surMesure: null }, 'R13_PAS_DE_SUR_MESURE', 'R13_PRODUIT_EXISTANT'],
    [
      { serviceUtilisateur: true, hebergement: 'interne' },
      'R14_CONFORMITE_DE_L_EDITEUR',
      'R14_HORS_OFFRE_COMMERCIALE',
    ],
    [{ personnelles: false, sante: true }, 'R9_PROTECTION_DES_DONNEES', 'R9_SANTE_SANS_DONNEES_PERSONNELLES'],
  ] as const)('%j: %s, %s', (facts, code, silence) => {
    expect(listed(facts).find((one) => one.code === code)).toMatchObject({ applicable: null, silence });
  });

  it('nor is a reading named where the rule is decided', () => {
    for (const { applicable: applies, silence } of listed({}))
      expect(applies === null ? null : silence).toBeNull();
  });

  it('before the FAQ, R1 is for new projects alone', () => {
    const found = applicable({ nature: 'evolution', part: 60 }, '2024-02-22');
    expect(found.R1_CHERCHER_UNE_SOLUTION_CLOUD).toBe(false);
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
