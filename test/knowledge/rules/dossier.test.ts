import { describe, expect, it } from 'vitest';
import type { DossierFound } from '../../../knowledge/rules/dossier/result.ts';
import { dossier } from '../../../knowledge/rules/dossier.ts';
import { NO_FACTS } from '../../../knowledge/rules/dossier-types.ts';
import { NEW, of, project, STATE, TODAY } from './one-project.ts';

describe('an entity out of scope is told so, and nothing else of the State’s rules', () => {
  const all = {
    projet: NEW,
    hebergement: 'commercial',
    cents: 12_000_000_00,
    secret: true,
    atteintes: ['ordre_public'],
    collaboratif: true,
    fournisseur: 'Microsoft 365',
  } as const;
  it.each([['collectivite'], ['autre']] as const)('%s', (entite) => {
    expect(of({ ...all, entite })).toMatchObject({
      kind: 'decided',
      codes: ['HORS_CHAMP'],
      missing: [],
      seuil: null,
      r6: null,
      derogations: null,
      plafond: null,
      obligations: null,
    });
  });

  it.each([
    ['collectivite', [], 'faq-2024#perimetre.collectivites', 'elles ne sont pas tenues'],
    ['collectivite', ['etat_civil'], 'faq-2024#perimetre.collectivites', 'état civil est adapté'],
    ['autre', [], 'faq-2024#perimetre.champ', 'organismes sous sa tutelle'],
  ] as const)('%s %j: %s says « %s »', (entite, donnees, passage, words) => {
    const quotes = of({ entite, donnees }).citations.filter((citation) => citation.passage === passage);
    expect(quotes.map(({ quote }) => quote).join(' ')).toContain(words);
  });

  it('GDPR and HDS stay due', () => {
    const { citations } = of({ entite: 'collectivite', sante: true });
    expect(citations.map(({ quote }) => quote).join(' ')).toContain(
      's’appliquent donc en tout état de cause',
    );
  });
});

describe('an entity that the texts do not settle is neither in nor out: both branches', () => {
  it('SecNumCloud is to be assessed, and required if the entity is bound', () => {
    const found = of({
      entite: 'incertaine',
      hebergement: 'commercial',
      secret: true,
      atteintes: ['sante_vie'],
    });
    expect(found.kind).toBe('undetermined');
    expect(found.codes.slice(0, 3)).toEqual(['INCERTAIN', 'A_EVALUER', 'SNC_REQUIS']);
    expect(found.missing[0]).toEqual({ fact: 'entite', decides: 'CHAMP' });
    expect(found.citations[1]?.quote).toContain('jaune budgétaire');
  });

  it('what R9 does not require of a bound entity, it requires of nobody', () => {
    const found = of({ entite: 'incertaine', hebergement: 'commercial', atteintes: [] });
    expect(found.sensibilite.outcome).toBe('SNC_NON_REQUIS');
    expect(found.sensibiliteSiSoumise?.outcome).toBe('SNC_NON_REQUIS');
  });
});

describe('R6 and R7: new projects and major evolutions; out of the cloud, the file from one million', () => {
  const out = { hebergement: 'hors_cloud' } as const;
  it.each([
    [{ projet: NEW }, 'R6_APPLICABLE', []],
    [{ projet: project('evolution', { part: 50 }) }, 'R6_APPLICABLE', []],
    [{ projet: project('evolution', { part: 49.99, changementPrestataire: false }) }, 'R6_NON_VISE', []],
    [{ projet: project('evolution', { part: 45 }) }, 'R6_NON_VISE', ['changementPrestataire']],
    [{ projet: project('evolution', { changementPrestataire: true }) }, 'R6_APPLICABLE', []],
    [{ projet: project('evolution') }, 'R6_A_PRECISER', ['changementPrestataire', 'part']],
    [{ projet: project('maintenance') }, 'R6_NON_VISE', ['changementPrestataire']],
    [{ projet: project('maintenance', { changementPrestataire: true }) }, 'R6_APPLICABLE', []],
    // The FAQ, of a « projet engagé »: only a rework of more than half brings it in.
    [{ projet: project('engage') }, 'R6_NON_VISE', ['changementPrestataire', 'part']],
    [{ projet: null }, 'R6_A_PRECISER', ['projet']],
    [{ projet: NEW, ...out, cents: 1_000_000_00 }, 'R6_DEROGATION_A_DOCUMENTER', []],
    [{ projet: NEW, ...out, cents: 999_999_99 }, 'R6_DEROGATION_SANS_DOSSIER_DINUM', []],
    [{ projet: NEW, ...out, cents: 22_000_000_00 }, 'R6_DEROGATION_A_DOCUMENTER', []],
    [{ projet: NEW, ...out }, 'R6_APPLICABLE', ['cents']],
    [
      { projet: project('maintenance'), ...out, cents: 2_000_000_00 },
      'R6_NON_VISE',
      ['changementPrestataire'],
    ],
    [{ projet: null, ...out, cents: 2_000_000_00 }, 'R6_DEROGATION_A_DOCUMENTER', ['projet']],
  ] as const)('%j → %s, asks %j', (facts, code, missing) => {
    const { r6 } = of({ ...STATE, ...facts });
    expect(r6?.code).toBe(code);
    expect(r6?.missing.map(({ fact }) => fact)).toEqual(missing);
  });

  it.each([
    [{ part: 50 }, true],
    [{ part: 51 }, false],
    [{ changementPrestataire: true }, true],
  ] as const)('%j: circular and FAQ differ: %s', (evolution, differs) => {
    expect(of({ ...STATE, projet: project('evolution', evolution) }).r6?.divergence).toBe(differs);
  });
});

describe('control by the full cost', () => {
  it.each([
    [999_999_99, 'CONTROLE_AUTORITE_PROJET'],
    [1_000_000_00, 'CONTROLE_MINISTERE'],
    [9_000_000_00, 'CONTROLE_MINISTERE'],
    [9_000_000_01, 'CONTROLE_GRANDS_PROJETS'],
    [null, 'CONTROLE_A_PRECISER'],
  ] as const)('%s cents → %s', (cents, code) => {
    expect(of({ ...STATE, cents }).codes).toContain(code);
  });
});

describe('derogations', () => {
  it.each([
    ['nouveau', 'DEROGATION_R9_NON'],
    ['engage', 'DEROGATION_R9_TRANSITOIRE'],
    ['evolution', 'DEROGATION_R9_TRANSITOIRE'],
  ] as const)('R9, project %s: %s', (nature, code) => {
    expect(of({ ...STATE, projet: project(nature) }).codes).toContain(code);
  });

  it('an evolution does not say that the project was under way', () => {
    expect(of({ ...STATE, projet: project('evolution') }).derogations?.r9.missing).toContain(
      'projetDejaEngage',
    );
    expect(of({ ...STATE, projet: project('engage') }).derogations?.r9.missing).not.toContain(
      'projetDejaEngage',
    );
  });

  it.each([
    ['2024-02-29', '2025-02-28', null],
    ['2026-07-31', '2027-07-31', 'samedi'],
  ])('the ceiling counts from the date that is declared: %s → %s', (offreAcceptable, date, tombeUn) => {
    expect(of({ ...STATE, offreAcceptable }).plafond).toMatchObject({ date, tombeUn });
  });

  it('R6 only for who stays out of the cloud, the note of 2021 only for Office 365', () => {
    expect(of({ ...STATE, hebergement: 'commercial' }).derogations).toMatchObject({
      r6: null,
      note2021: null,
    });
    expect(of({ ...STATE, hebergement: 'hors_cloud' }).derogations?.r6?.missing).toEqual(['cents']);
    const visio = of({ ...STATE, fournisseur: 'Office 365', service: 'visioconference' });
    expect(visio.derogations?.note2021?.obstacles).toEqual(['MESSAGERIE_OU_DRIVE_PERSONNEL']);
  });
});

it('carries the checklist R1–R15, from the same facts', () => {
  const { obligations } = of({
    ...STATE,
    projet: NEW,
    hebergement: 'commercial',
    secret: true,
    atteintes: ['sante_vie'],
  });
  const applies = (code: string) => obligations?.find((one) => one.code === code)?.applicable;
  expect(obligations).toHaveLength(17);
  expect(applies('R9_SECNUMCLOUD')).toBe(true);
  expect(applies('R6_CLOUD_PAR_DEFAUT')).toBe(true);
  expect(applies('R7_DOCUMENTER_LA_DEROGATION')).toBe(false);
});

it('an entity that may not be bound owes nothing for sure; what it would owe is told apart', () => {
  for (const entite of ['incertaine', null] as const) {
    const found = of({ entite, projet: NEW, hebergement: 'commercial', service: 'site' });
    const of4 = (list: DossierFound['obligations']) =>
      list?.find(({ code }) => code === 'R4_REVERSIBILITE')?.applicable;
    expect(of4(found.obligations)).toBeNull();
    expect(of4(found.obligationsSiSoumise)).toBe(true);
    const unowed = found.obligations?.filter(({ applicable }) => applicable === false);
    expect(unowed?.map(({ code }) => code)).toEqual(['R7_DOCUMENTER_LA_DEROGATION']);
    // DINUM is charged with R11 whoever asks.
    expect(found.obligations?.filter(({ applicable }) => applicable === true)).toMatchObject([
      { porteur: 'DINUM' },
    ]);
  }
  expect(of({ ...STATE, projet: NEW }).obligationsSiSoumise).toBeNull();
});

it.each([
  ['2024-02-22', 'CONTROLE_MINISTERE'],
  ['2024-02-23', 'CONTROLE_AUTORITE_PROJET'],
])('under a million, on %s: %s, since only the FAQ names the project’s authority', (day, code) => {
  expect(of({ ...STATE, projet: NEW, cents: 99_999_999 }, day).codes).toContain(code);
});

it('an entity that is not said: the rules are told as they bind, and the entity is asked first', () => {
  const found = of({ hebergement: 'commercial', secret: true, atteintes: ['securite_publique'] });
  expect(found.kind).toBe('undetermined');
  expect(found.codes[0]).toBe('SNC_REQUIS');
  expect(found.missing[0]?.fact).toBe('entite');
});

describe('days and facts that are none', () => {
  it.each([
    [{}, '2023-05-30', { kind: 'not-covered' }],
    [{}, '2026-02-30', { kind: 'invalid', reason: 'DATE_INEXISTANTE' }],
    [{ offreAcceptable: '2026-02-30' }, TODAY, { kind: 'invalid', reason: 'DATE_INEXISTANTE' }],
    [{ ...STATE, cents: -1 }, TODAY, { kind: 'invalid', reason: 'MONTANT_INVALIDE' }],
    [
      { ...STATE, projet: project('evolution', { part: -1 }) },
      TODAY,
      { kind: 'invalid', reason: 'PART_INVALIDE' },
    ],
  ])('%j on %s', (facts, asOf, expected) => {
    expect(dossier({ ...NO_FACTS, ...facts }, asOf)).toMatchObject(expected);
  });

  it('before the FAQ, nothing of it is cited', () => {
    const { citations } = of({ entite: 'collectivite' }, '2023-12-01');
    expect(citations.map(({ passage }) => passage)).toEqual(['circulaire-2023#3.perimetre']);
  });
});

it('a project under way is aimed at by R6 only through a major evolution', () => {
  expect(of({ ...STATE, projet: project('engage') }).r6?.code).toBe('R6_NON_VISE');
  expect(of({ ...STATE, projet: project('engage', { changementPrestataire: true }) }).r6?.code).toBe(
    'R6_APPLICABLE',
  );
});
