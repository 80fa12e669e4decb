import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import * as rules from '../../../knowledge/rules/index.ts';

const corpus = loadCorpus();
const KNOWN = [true, false, null] as const;
const DAYS = [
  '2021-07-05',
  '2023-05-30',
  '2023-05-31',
  '2024-02-22',
  '2024-02-23',
  '2024-02-29',
  '2026-11-22',
  '9999-12-31',
  'x',
];
const CENTS = [0, 1, 999_999_99, 1_000_000_00, 1_000_000_01, 899_999_999, 900_000_000, 900_000_001, 10 ** 15];

/** All combinations of the values of each fact. */
function* combinations<T extends object>(values: { readonly [K in keyof T]: readonly T[K][] }): Generator<T> {
  const keys = Object.keys(values) as (keyof T)[];
  const pick = function* (index: number, chosen: Partial<T>): Generator<T> {
    const key = keys[index];
    if (key === undefined) yield chosen as T;
    else for (const value of values[key]) yield* pick(index + 1, { ...chosen, [key]: value });
  };
  yield* pick(0, {});
}

/** A result is one of the announced kinds, and what it claims rests on words of the corpus published that day. */
const expectSound = (
  result: { kind: string; citations?: readonly rules.RuleCitation[] },
  asOf: string,
): void => {
  if (asOf < '2023-05-31' || asOf === 'x') {
    expect(result.kind).toBe(asOf === 'x' ? 'invalid' : 'not-covered');
    return;
  }
  expect(['decided', 'undetermined']).toContain(result.kind);
  expect(result.citations?.length).not.toBe(0);
  for (const { passage } of result.citations ?? []) {
    const document = corpus.documents.get(passage.split('#')[0] ?? '');
    expect((document?.date ?? '9999') <= asOf).toBe(true);
  }
};

describe('over all facts and days: no throw, no gap', () => {
  it.each(DAYS)('%s', (asOf) => {
    for (const facts of combinations<rules.SeuilFacts>({ cents: CENTS, derogeR6: KNOWN })) {
      expectSound(rules.seuil(facts, asOf), asOf);
    }
    for (const facts of combinations<rules.SensibiliteFacts>({
      champ: KNOWN,
      hebergement: ['commercial', 'interne', null],
      secret: KNOWN,
      mission: KNOWN,
      atteintes: [[], ['sante_vie'], null],
      personnelles: KNOWN,
      sante: KNOWN,
      collaboratif: [null],
    })) {
      const result = rules.sensibilite(facts, asOf);
      expectSound(result, asOf);
      if ('outcome' in result) expect(result.missing.length > 0).toBe(result.outcome === 'A_EVALUER');
    }
    const projets = [
      null,
      { nature: 'nouveau' } as const,
      ...combinations<rules.Evolution>({
        nature: ['evolution'],
        changementPrestataire: KNOWN,
        part: [null, 0, 50, 51],
      }),
    ];
    for (const facts of combinations<rules.ChampFacts>({
      entite: ['administration_centrale', 'organisme_sous_tutelle', 'collectivite', 'autre', null],
      projet: projets,
    })) {
      expectSound(rules.champ(facts, asOf), asOf);
    }
    for (const cents of [null, ...CENTS]) expectSound(rules.derogation({ regle: 'R6', cents }, asOf), asOf);
    for (const offreAcceptable of [null, '2024-02-29']) {
      for (const known of combinations<{ a: boolean | null; b: boolean | null }>({ a: KNOWN, b: KNOWN })) {
        const r9 = { regle: 'R9', projetDejaEngage: known.a, preuve: known.b, offreAcceptable } as const;
        expectSound(rules.derogation(r9, asOf), asOf);
        const service = known.b === null ? null : known.b ? 'messagerie' : 'webinaire';
        const note = { regle: 'NOTE_2021', tresAvance: known.a, service, offreAcceptable } as const;
        expectSound(rules.derogation(note, asOf), asOf);
      }
    }
    for (const facts of combinations<rules.ObligationFacts>({
      entite: ['organisme_sous_tutelle', null],
      nature: ['nouveau', 'evolution', 'maintenance', null],
      part: [60],
      vise: KNOWN,
      hebergement: ['commercial', 'interne', 'hors_cloud', null],
      personnelles: KNOWN,
      sante: [true],
      serviceUtilisateur: [true, null],
      surMesure: [null],
      cents: [null, 0, 1_000_000_00],
      sensibilite: ['SNC_REQUIS', 'A_EVALUER'],
    })) {
      expectSound(rules.obligations(facts, asOf), asOf);
    }
  });
});

describe('dated values: one and only one on each day, each with its words', () => {
  it.each([
    ['seuilEtudeCents', rules.seuilEtudeCents],
    ['seuilControleCents', rules.seuilControleCents],
    ['moisPlafond', rules.moisPlafond],
  ])('%s', (_, values) => {
    for (const asOf of ['2023-05-31', '2024-02-23', '2026-11-22', '9999-12-31']) {
      const holding = values.filter(({ from, until }) => from <= asOf && (until === null || asOf < until));
      expect(holding).toHaveLength(1);
      expect(rules.valueAt(values, asOf)).toBe(holding[0]);
    }
    expect(rules.valueAt(values, '2023-05-30')).toBeNull();
    for (const { citation } of values)
      expect(() => corpus.cite(citation.passage, citation.quote)).not.toThrow();
  });

  it('a value ends on the day its successor begins', () => {
    const citation = { passage: 'circulaire-2023#R7', quote: '' };
    const values = [
      { from: '2023-05-31', until: '2026-04-14', value: 12, citation },
      { from: '2026-04-14', until: null, value: 18, citation },
    ];
    expect(rules.valueAt(values, '2026-04-13')?.value).toBe(12);
    expect(rules.valueAt(values, '2026-04-14')?.value).toBe(18);
  });
});

it('more knowledge never contradicts a verdict: filling in an unknown fact keeps what was decided', () => {
  const decidedOf = (facts: rules.SensibiliteFacts): string | null => {
    const result = rules.sensibilite(facts, '2026-11-22');
    return 'outcome' in result && result.outcome !== 'A_EVALUER' ? result.outcome : null;
  };
  for (const facts of combinations<rules.SensibiliteFacts>({
    champ: [true, null],
    hebergement: ['commercial'],
    secret: KNOWN,
    mission: KNOWN,
    atteintes: [[], ['sante_vie'], null],
    personnelles: [false],
    sante: [false, true],
    collaboratif: [null],
  })) {
    const outcome = decidedOf(facts);
    if (outcome === null) continue;
    for (const known of [true, false]) {
      if (facts.mission === null) expect(decidedOf({ ...facts, mission: known })).toBe(outcome);
      if (facts.atteintes === null)
        expect(decidedOf({ ...facts, atteintes: known ? ['sante_vie'] : [] })).toBe(outcome);
    }
    if (facts.champ === null) expect(decidedOf({ ...facts, champ: true })).toBe(outcome);
  }
});
