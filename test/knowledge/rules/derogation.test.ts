import { describe, expect, it } from 'vitest';
import { derogation } from '../../../knowledge/rules/derogation.ts';
import type { DerogationFacts } from '../../../knowledge/rules/derogation-types.ts';
import { plafond } from '../../../knowledge/rules/plafond.ts';

const TODAY = '2026-11-22';
const R9 = { regle: 'R9', projetDejaEngage: true, preuve: true, offreAcceptable: '2026-07-31' } as const;
const NOTE = { regle: 'NOTE_2021', tresAvance: true, service: 'messagerie', offreAcceptable: null } as const;

describe('R6: documented to DINUM with a study from one million, no term', () => {
  it.each([
    [999_999_99, []],
    [1_000_000_00, ['DOCUMENTER_AUPRES_DE_LA_DINUM', 'ETUDE_COMPARATIVE']],
    [20_000_000_00, ['DOCUMENTER_AUPRES_DE_LA_DINUM', 'ETUDE_COMPARATIVE']],
  ])('%d cents → %j', (cents, conditions) => {
    expect(derogation({ regle: 'R6', cents }, TODAY)).toMatchObject({
      kind: 'decided',
      envisageable: true,
      conditions,
      obstacles: [],
      missing: [],
      plafond: null,
      divergences: [],
      citations: [{ passage: 'circulaire-2023#R7' }, { passage: 'circulaire-2023#R6' }],
    });
  });

  it('needs the full cost to say so', () => {
    expect(derogation({ regle: 'R6', cents: null }, TODAY)).toMatchObject({
      kind: 'undetermined',
      envisageable: null,
      conditions: ['DOCUMENTER_AUPRES_DE_LA_DINUM', 'ETUDE_COMPARATIVE'],
      missing: ['cents'],
    });
  });
});

describe('R9: project under way, minister, Prime Minister, proof of the guarantees', () => {
  it.each([
    [{}, 'decided', true, [], []],
    [{ projetDejaEngage: false }, 'decided', false, ['PROJET_DEJA_ENGAGE'], []],
    [{ preuve: false }, 'decided', false, ['PREUVE_DES_GARANTIES_SECNUMCLOUD'], []],
    [{ projetDejaEngage: false, preuve: null }, 'decided', false, ['PROJET_DEJA_ENGAGE'], ['preuve']],
    [{ projetDejaEngage: null }, 'undetermined', null, [], ['projetDejaEngage']],
    [{ preuve: null }, 'undetermined', null, [], ['preuve']],
    [{ offreAcceptable: null }, 'decided', true, [], ['offreAcceptable']],
  ] as const)('%j → %s, %s', (facts, kind, envisageable, obstacles, missing) => {
    expect(derogation({ ...R9, ...facts }, TODAY)).toMatchObject({
      kind,
      envisageable,
      obstacles,
      missing,
      conditions: [
        'PROJET_DEJA_ENGAGE',
        'RESPONSABILITE_DU_MINISTRE',
        'VALIDATION_DU_PREMIER_MINISTRE',
        'PREUVE_DES_GARANTIES_SECNUMCLOUD',
      ],
      divergences: ['FAQ_SANS_PROJETS_ENGAGES'],
    });
  });

  it('before the FAQ, asks for no proof', () => {
    expect(derogation({ ...R9, preuve: false }, '2024-02-22')).toMatchObject({
      envisageable: true,
      conditions: ['PROJET_DEJA_ENGAGE', 'RESPONSABILITE_DU_MINISTRE', 'VALIDATION_DU_PREMIER_MINISTRE'],
      obstacles: [],
      divergences: [],
      citations: [{ passage: 'circulaire-2023#R9.derogation' }],
    });
  });
});

describe('ceiling: twelve months after the date of an acceptable offer, which the user gives', () => {
  it.each([
    ['2026-07-31', '2027-07-31', 'samedi'],
    ['2024-02-29', '2025-02-28', null],
    ['2023-02-28', '2024-02-28', null],
    ['2025-11-22', '2026-11-22', 'dimanche'],
    ['2025-11-23', '2026-11-23', null],
  ])('offer of %s → %s, %s', (offreAcceptable, date, tombeUn) => {
    expect(derogation({ ...R9, offreAcceptable }, TODAY)).toMatchObject({
      plafond: { date, tombeUn, offreAcceptable },
    });
  });

  it('has no ceiling without that date, nor before the circular', () => {
    expect(derogation({ ...R9, offreAcceptable: null }, TODAY)).toMatchObject({ plafond: null });
    expect(plafond('2026-07-31', '2023-05-30')).toBeNull();
    expect(plafond('2026-02-30', TODAY)).toBeNull();
  });
});

describe('the note of 2021 on Office 365', () => {
  it.each([
    [{}, 'decided', true, [], ['offreAcceptable']],
    [{ service: 'drive_personnel', offreAcceptable: '2026-07-31' }, 'decided', true, [], []],
    [
      { service: 'visioconference' },
      'decided',
      false,
      ['MESSAGERIE_OU_DRIVE_PERSONNEL'],
      ['offreAcceptable'],
    ],
    [
      { service: 'messagerie_instantanee' },
      'decided',
      false,
      ['MESSAGERIE_OU_DRIVE_PERSONNEL'],
      ['offreAcceptable'],
    ],
    [{ tresAvance: false }, 'decided', false, ['PROJET_TRES_AVANCE_AU_5_JUILLET_2021'], ['offreAcceptable']],
    [{ tresAvance: null }, 'undetermined', null, [], ['tresAvance', 'offreAcceptable']],
    [{ service: null }, 'undetermined', null, [], ['service', 'offreAcceptable']],
  ] as const)('%j → %s, %s', (facts, kind, envisageable, obstacles, missing) => {
    expect(derogation({ ...NOTE, ...facts }, TODAY)).toMatchObject({
      kind,
      envisageable,
      obstacles,
      missing,
      conditions: [
        'PROJET_TRES_AVANCE_AU_5_JUILLET_2021',
        'MESSAGERIE_OU_DRIVE_PERSONNEL',
        'RESPONSABILITE_DU_MINISTRE',
      ],
      divergences: ['NOTE_FONDEE_SUR_2021'],
    });
  });

  it('quotes the note, its limits, and what R14 asks since 2023', () => {
    expect(derogation(NOTE, TODAY)).toMatchObject({
      citations: [
        { passage: 'note-o365-2021#3.non-conformite' },
        { passage: 'note-o365-2021#3.derogation' },
        { passage: 'note-o365-2021#3.derogation' },
        { passage: 'note-o365-2021#3.services-exclus' },
        { passage: 'circulaire-2023#R14' },
      ],
    });
  });

  it('computes its ceiling in the same way', () => {
    expect(derogation({ ...NOTE, offreAcceptable: '2026-07-31' }, TODAY)).toMatchObject({
      plafond: { date: '2027-07-31' },
    });
  });
});

it.each([
  [R9, '2023-05-30', 'not-covered', 'AVANT_LA_CIRCULAIRE_DE_2023'],
  [R9, '2026-13-01', 'invalid', 'DATE_INEXISTANTE'],
  [{ ...R9, offreAcceptable: '2026-02-29' }, TODAY, 'invalid', 'DATE_INEXISTANTE'],
  [{ ...NOTE, offreAcceptable: '31/07/2026' }, TODAY, 'invalid', 'DATE_INEXISTANTE'],
  [{ regle: 'R6', cents: -1 }, TODAY, 'invalid', 'MONTANT_INVALIDE'],
] as [DerogationFacts, string, string, string][])('%j on %s → %s, %s', (facts, asOf, kind, reason) => {
  expect(derogation(facts, asOf)).toEqual({ kind, reason });
});
