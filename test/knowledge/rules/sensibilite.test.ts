import { describe, expect, it } from 'vitest';
import { sensibilite } from '../../../knowledge/rules/sensibilite.ts';
import type { SensibiliteFacts } from '../../../knowledge/rules/sensibilite-types.ts';

const TODAY = '2026-11-22';

/** Both conditions met on a commercial offer of a bound entity: each test changes what it is about. */
const BOTH: SensibiliteFacts = {
  champ: true,
  hebergement: 'commercial',
  secret: true,
  mission: false,
  atteintes: ['ordre_public'],
  personnelles: false,
  sante: false,
  collaboratif: false,
};

const NOTHING: SensibiliteFacts = {
  champ: null,
  hebergement: null,
  secret: null,
  mission: null,
  atteintes: null,
  personnelles: null,
  sante: null,
  collaboratif: null,
};

const decide = (facts: Partial<SensibiliteFacts>, base = BOTH, asOf = TODAY) => {
  const result = sensibilite({ ...base, ...facts }, asOf);
  if (!('outcome' in result)) throw new Error(result.reason);
  return result;
};

const passages = (facts: Partial<SensibiliteFacts>): string[] =>
  decide(facts).citations.map(({ passage }) => passage);

describe('outcome: out of scope, internal cloud, a condition that fails, both met, else to be assessed', () => {
  it.each([
    [{}, 'SNC_REQUIS', ['SECRET_PROTEGE', 'ATTEINTE_POSSIBLE']],
    [{ secret: false, mission: true }, 'SNC_REQUIS', ['MISSION_ESSENTIELLE', 'ATTEINTE_POSSIBLE']],
    [{ secret: null, mission: true }, 'SNC_REQUIS', ['MISSION_ESSENTIELLE', 'ATTEINTE_POSSIBLE']],
    [{ mission: null }, 'SNC_REQUIS', ['SECRET_PROTEGE', 'ATTEINTE_POSSIBLE']],
    [{ hebergement: null }, 'SNC_REQUIS_SI_COMMERCIAL', ['SECRET_PROTEGE', 'ATTEINTE_POSSIBLE']],
    [{ hebergement: 'interne' }, 'R9_CLOUD_INTERNE_NON_VISE', ['OFFRE_NON_COMMERCIALE']],
    [{ hebergement: 'interne', champ: null }, 'R9_CLOUD_INTERNE_NON_VISE', ['OFFRE_NON_COMMERCIALE']],
    [{ champ: false }, 'HORS_CHAMP', ['ENTITE_HORS_CHAMP']],
    [{ champ: false, hebergement: 'interne' }, 'HORS_CHAMP', ['ENTITE_HORS_CHAMP']],
    [{ secret: false }, 'SNC_NON_REQUIS', ['NI_SECRET_NI_MISSION', 'ATTEINTE_POSSIBLE']],
    [{ secret: false, atteintes: null }, 'SNC_NON_REQUIS', ['NI_SECRET_NI_MISSION']],
    [{ atteintes: [] }, 'SNC_NON_REQUIS', ['SECRET_PROTEGE', 'AUCUNE_ATTEINTE']],
    [{ atteintes: [], secret: null, mission: null }, 'SNC_NON_REQUIS', ['AUCUNE_ATTEINTE']],
    [{ atteintes: [], hebergement: null }, 'SNC_NON_REQUIS', ['SECRET_PROTEGE', 'AUCUNE_ATTEINTE']],
    [
      { atteintes: [], champ: null },
      'SNC_NON_REQUIS',
      ['SECRET_PROTEGE', 'AUCUNE_ATTEINTE', 'CHAMP_SANS_EFFET'],
    ],
    [{ champ: null }, 'A_EVALUER', ['SECRET_PROTEGE', 'ATTEINTE_POSSIBLE', 'REQUIS_SI_ENTITE_SOUMISE']],
    [{ secret: null }, 'A_EVALUER', ['ATTEINTE_POSSIBLE']],
    [{ atteintes: null }, 'A_EVALUER', ['SECRET_PROTEGE']],
  ] as const)('%j → %s', (facts, outcome, reasons) => {
    const found = decide(facts);
    expect(found).toMatchObject({ outcome, reasons });
    expect(found.kind).toBe(outcome === 'A_EVALUER' ? 'undetermined' : 'decided');
  });

  it.each([
    { personnelles: true },
    { sante: true, secret: true },
  ])('says that %j does not suffice where SecNumCloud is not required', (facts) => {
    expect(decide({ ...facts, atteintes: [] }).reasons).toContain('AUTRES_REGIMES_NE_SUFFISENT_PAS');
    expect(decide({ atteintes: [] }).reasons).not.toContain('AUTRES_REGIMES_NE_SUFFISENT_PAS');
    expect(decide(facts).reasons).not.toContain('AUTRES_REGIMES_NE_SUFFISENT_PAS');
  });
});

describe('what is missing', () => {
  it('lists every unknown fact that could change the outcome', () => {
    const found = decide({}, NOTHING);
    expect(found.missing).toEqual(['champ', 'hebergement', 'secret', 'mission', 'atteintes']);
    expect(found.missingForRegimes).toEqual(['personnelles', 'sante']);
  });

  it.each([
    [{ champ: null }, ['champ']],
    [{ champ: null, hebergement: null }, ['champ', 'hebergement']],
    [{ secret: null, mission: false }, ['secret']],
    [{ secret: false, mission: null }, ['mission']],
    [{ secret: null, mission: null, atteintes: null }, ['secret', 'mission', 'atteintes']],
    [{ mission: null, atteintes: null }, ['atteintes']],
    [{ sante: true, secret: false }, ['secret']],
    [{ sante: true, secret: false, mission: null }, ['secret', 'mission']],
    [{ sante: true, secret: false, mission: true, champ: null }, ['champ']],
    [{ hebergement: null }, []],
    [{ champ: false, secret: null }, []],
  ] as const)('%j → %j', (facts, missing) => {
    expect(decide(facts).missing).toEqual(missing);
  });

  it.each([
    [{ personnelles: null, sante: null }, ['personnelles', 'sante']],
    [{ personnelles: true, sante: null }, ['sante']],
    [{ personnelles: false, sante: false }, []],
  ] as const)('%j: facts that could only add a regime: %j', (facts, missing) => {
    expect(decide(facts).missingForRegimes).toEqual(missing);
  });
});

describe('regimes that apply in any case', () => {
  const ALL = { personnelles: true, sante: true, collaboratif: true };
  it.each([
    [ALL, ['RGPD', 'IMMUNITE_DEMANDES_ETATS_TIERS', 'HDS', 'R14']],
    [{ ...ALL, hebergement: null }, ['RGPD', 'IMMUNITE_DEMANDES_ETATS_TIERS', 'HDS', 'R14']],
    [{ ...ALL, champ: null }, ['RGPD', 'IMMUNITE_DEMANDES_ETATS_TIERS', 'HDS', 'R14']],
    [{ ...ALL, hebergement: 'interne' }, ['RGPD', 'HDS']],
    [{ ...ALL, champ: false }, ['RGPD', 'HDS']],
    [{ personnelles: true }, ['RGPD', 'IMMUNITE_DEMANDES_ETATS_TIERS']],
    [{ sante: true }, ['HDS']],
    [{ collaboratif: true }, ['R14']],
    [{ personnelles: null, sante: null, collaboratif: null }, []],
    [{}, []],
  ] as const)('%j → %j', (facts, regimes) => {
    expect(decide(facts).regimes).toEqual(regimes);
  });
});

describe('alerts', () => {
  it.each([
    [{ sante: true, secret: false }, 'A_EVALUER', ['VERIFIER_SECRET_MEDICAL']],
    [{ sante: true, secret: false, atteintes: [] }, 'SNC_NON_REQUIS', ['VERIFIER_SECRET_MEDICAL']],
    [{ sante: true, secret: false, mission: true }, 'SNC_REQUIS', ['VERIFIER_SECRET_MEDICAL']],
    [{ sante: true, secret: false, champ: false }, 'HORS_CHAMP', []],
    [{ sante: true, secret: false, hebergement: 'interne' }, 'R9_CLOUD_INTERNE_NON_VISE', []],
    [{ sante: true, secret: true }, 'SNC_REQUIS', []],
    [{ sante: null, secret: false }, 'SNC_NON_REQUIS', []],
    [{ personnelles: true }, 'SNC_REQUIS', ['TRANSFERTS_HORS_UE']],
    [{ personnelles: true, hebergement: 'interne' }, 'R9_CLOUD_INTERNE_NON_VISE', []],
    [{ personnelles: true, champ: false }, 'HORS_CHAMP', []],
  ] as const)('%j → %s, %j', (facts, outcome, alerts) => {
    expect(decide(facts)).toMatchObject({ outcome, alerts });
  });
});

describe('quotations', () => {
  it('quotes the ground that is met, and no other', () => {
    const texts = (facts: Partial<SensibiliteFacts>): string =>
      decide(facts)
        .citations.map(({ quote }) => quote)
        .join('\n');
    expect(texts({})).toContain('les données qui relèvent de secrets protégés');
    expect(texts({})).not.toContain('missions essentielles');
    expect(texts({ secret: false, mission: true })).toContain('missions essentielles');
    expect(texts({ secret: false, mission: true })).not.toContain(
      'les données qui relèvent de secrets protégés',
    );
  });

  it.each([
    [{}, 'circulaire-2023#R9.secnumcloud'],
    [{ atteintes: [] }, 'circulaire-2023#R9.secnumcloud'],
    [{ hebergement: 'interne' }, 'circulaire-2023#R9.rgpd'],
    [{ champ: false }, 'faq-2024#perimetre.collectivites'],
    [{ champ: null }, 'circulaire-2023#3.perimetre'],
    [{ secret: null }, 'faq-2024#sensibilite.responsable'],
  ] as const)('%j: %s first', (facts, passage) => {
    expect(passages(facts)[0]).toBe(passage);
  });

  const quotes = (facts: Partial<SensibiliteFacts>): string =>
    decide(facts)
      .citations.map(({ quote }) => quote)
      .join('\n');

  it('with a hosting not chosen yet, quotes the choice that R6 leaves', () => {
    expect(quotes({ hebergement: null })).toContain(
      "cloud interne de l'État ou à une offre cloud commerciale",
    );
    expect(quotes({ hebergement: null })).toContain(
      "Dans le cas d'un recours à une offre de cloud commerciale",
    );
    expect(quotes({})).not.toContain('ou à une offre cloud commerciale');
  });

  it('where SecNumCloud is required, quotes what a derogation would ask', () => {
    expect(passages({})).toEqual(
      expect.arrayContaining(['circulaire-2023#R9.derogation', 'faq-2024#derogations.R9']),
    );
    expect(passages({ atteintes: [] })).not.toContain('circulaire-2023#R9.derogation');
  });

  it('asks for the analysis as soon as one fact of the data is missing, the scope being unknown or not', () => {
    expect(passages({ champ: null, secret: null })).toContain('faq-2024#sensibilite.responsable');
    expect(passages({ champ: null, secret: null })).toContain('circulaire-2023#3.perimetre');
  });

  it('quotes the words of each regime where R9 applies', () => {
    expect(quotes({ personnelles: true })).toContain('doivent être conformes au RGPD');
    expect(quotes({ personnelles: true })).toContain('immunisées contre toute demande');
    expect(quotes({ sante: true })).toContain('hébergement de données de santé');
    expect(quotes({ collaboratif: true })).toContain('Pour les services précités en [R11] et [R12]');
    expect(quotes({})).not.toContain('doivent être conformes au RGPD');
  });

  it('asks who is bound only when that is not known, and for an analysis only of the data', () => {
    expect(passages({ champ: null })).not.toContain('faq-2024#sensibilite.responsable');
    expect(passages({ champ: null, hebergement: null })).not.toContain('faq-2024#sensibilite.responsable');
    expect(passages({ secret: null })).not.toContain('circulaire-2023#3.perimetre');
  });

  it('for the other regimes quotes R9 where it applies, the FAQ where it does not', () => {
    const regimes = { personnelles: true, sante: true };
    expect(passages(regimes)).toContain('circulaire-2023#R9.rgpd');
    expect(passages({ ...regimes, champ: false })).not.toContain('circulaire-2023#R9.rgpd');
    expect(passages({ ...regimes, champ: false })).toContain('faq-2024#sensibilite.notes');
    const inside = decide({ ...regimes, hebergement: 'interne' }).citations.map(({ quote }) => quote);
    expect(inside.filter((quote) => quote.includes('doivent être conformes au RGPD'))).toEqual([]);
  });

  it('before the FAQ, quotes the circular alone', () => {
    const { citations } = decide({ secret: null }, BOTH, '2023-06-01');
    expect(citations.length).toBeGreaterThan(0);
    expect(citations.filter(({ passage }) => passage.startsWith('faq'))).toEqual([]);
  });
});

it('names the four criteria under which a violation is assessed', () => {
  expect(decide({}).criteres).toEqual(['DISPONIBILITE', 'INTEGRITE', 'CONFIDENTIALITE', 'TRACABILITE']);
});

it('does not answer for a day before the circular, nor for a day that does not exist', () => {
  expect(sensibilite(BOTH, '2023-05-30')).toEqual({
    kind: 'not-covered',
    reason: 'AVANT_LA_CIRCULAIRE_DE_2023',
  });
  expect(sensibilite(BOTH, '2026-02-30')).toEqual({ kind: 'invalid', reason: 'DATE_INEXISTANTE' });
});
