import { describe, expect, it } from 'vitest';
import { type ChampFacts, champ } from '../../../knowledge/rules/champ.ts';

const TODAY = '2026-11-22';
const NEW = { nature: 'nouveau' } as const;
const evolution = (part: number | null, changementPrestataire: boolean | null = false) =>
  ({ nature: 'evolution', part, changementPrestataire }) as const;

describe('entities and projects in scope', () => {
  it.each([
    ['administration_centrale', NEW, true, ['ENTITE_VISEE', 'PROJET_NOUVEAU'], []],
    ['organisme_sous_tutelle', NEW, true, ['ENTITE_VISEE', 'PROJET_NOUVEAU'], []],
    ['collectivite', NEW, false, ['COLLECTIVITE_NON_TENUE'], []],
    ['autre', NEW, false, ['ENTITE_NON_VISEE'], []],
    ['collectivite', null, false, ['COLLECTIVITE_NON_TENUE'], []],
    [
      'administration_centrale',
      evolution(50),
      true,
      ['ENTITE_VISEE', 'EVOLUTION_D_AU_MOINS_LA_MOITIE'],
      ['FAQ_PLUS_DE_50'],
    ],
    [
      'administration_centrale',
      evolution(50.01),
      true,
      ['ENTITE_VISEE', 'EVOLUTION_D_AU_MOINS_LA_MOITIE'],
      [],
    ],
    ['administration_centrale', evolution(49.99), false, ['ENTITE_VISEE', 'EVOLUTION_MINEURE'], []],
    [null, evolution(10), false, ['EVOLUTION_MINEURE'], []],
    [
      'administration_centrale',
      evolution(0, true),
      true,
      ['ENTITE_VISEE', 'CHANGEMENT_DE_PRESTATAIRE'],
      ['FAQ_SANS_CHANGEMENT_DE_PRESTATAIRE'],
    ],
    [
      'administration_centrale',
      evolution(null, true),
      true,
      ['ENTITE_VISEE', 'CHANGEMENT_DE_PRESTATAIRE'],
      ['FAQ_SANS_CHANGEMENT_DE_PRESTATAIRE'],
    ],
    [
      'administration_centrale',
      evolution(50, true),
      true,
      ['ENTITE_VISEE', 'CHANGEMENT_DE_PRESTATAIRE', 'EVOLUTION_D_AU_MOINS_LA_MOITIE'],
      ['FAQ_PLUS_DE_50', 'FAQ_SANS_CHANGEMENT_DE_PRESTATAIRE'],
    ],
    [
      'administration_centrale',
      evolution(51, true),
      true,
      ['ENTITE_VISEE', 'CHANGEMENT_DE_PRESTATAIRE', 'EVOLUTION_D_AU_MOINS_LA_MOITIE'],
      [],
    ],
    [
      'administration_centrale',
      evolution(80, null),
      true,
      ['ENTITE_VISEE', 'EVOLUTION_D_AU_MOINS_LA_MOITIE'],
      [],
    ],
  ] as const)('%s, %j → in scope: %s', (entite, projet, dansLeChamp, reasons, divergences) => {
    expect(champ({ entite, projet }, TODAY)).toMatchObject({
      kind: 'decided',
      dansLeChamp,
      reasons,
      divergences,
    });
  });

  it('before the FAQ there is nothing to diverge from', () => {
    const facts: ChampFacts = { entite: 'administration_centrale', projet: evolution(50) };
    expect(champ(facts, '2024-02-22')).toMatchObject({ dansLeChamp: true, divergences: [] });
    expect(champ(facts, '2024-02-23')).toMatchObject({ divergences: ['FAQ_PLUS_DE_50'] });
  });
});

describe('what is missing', () => {
  it.each([
    [null, null, ['entite', 'projet']],
    [null, NEW, ['entite']],
    ['administration_centrale', null, ['projet']],
    ['administration_centrale', evolution(null, null), ['changementPrestataire', 'part']],
    ['administration_centrale', evolution(10, null), ['changementPrestataire']],
    ['administration_centrale', evolution(null), ['part']],
    [null, evolution(null), ['entite', 'part']],
    [null, evolution(60), ['entite']],
  ] as const)('%s, %j → %j', (entite, projet, missing) => {
    expect(champ({ entite, projet }, TODAY)).toMatchObject({ kind: 'undetermined', missing });
  });
});

describe('quotations', () => {
  const passages = (facts: ChampFacts): string[] => {
    const found = champ(facts, TODAY);
    return 'citations' in found ? found.citations.map(({ passage }) => passage) : [];
  };
  it.each([
    [{ entite: 'collectivite', projet: null }, 'faq-2024#perimetre.collectivites'],
    [{ entite: 'autre', projet: null }, 'rappel-strategie-2021-11-02#doctrine.exemplarite'],
    [{ entite: 'administration_centrale', projet: NEW }, 'circulaire-2023#R6'],
    [{ entite: 'administration_centrale', projet: evolution(60) }, 'faq-2024#perimetre.projet'],
    [{ entite: null, projet: null }, 'faq-2024#perimetre.champ'],
    [{ entite: null, projet: evolution(1) }, 'circulaire-2023#R6'],
  ] as const)('%j quotes %s', (facts, passage) => {
    expect(passages(facts)).toContain(passage);
  });
});

it.each([
  [{ entite: null, projet: evolution(-1) }, TODAY, 'invalid', 'PART_INVALIDE'],
  [{ entite: null, projet: evolution(Number.NaN) }, TODAY, 'invalid', 'PART_INVALIDE'],
  [{ entite: null, projet: null }, '2023-05-30', 'not-covered', 'AVANT_LA_CIRCULAIRE_DE_2023'],
  [{ entite: null, projet: null }, 'hier', 'invalid', 'DATE_INEXISTANTE'],
])('%j on %s → %s, %s', (facts, asOf, kind, reason) => {
  expect(champ(facts, asOf)).toEqual({ kind, reason });
});
