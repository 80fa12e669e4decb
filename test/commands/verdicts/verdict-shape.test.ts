import { describe, expect, it } from 'vitest';
import type { DossierFacts } from '../../../knowledge/rules/dossier-types.ts';
import { CLOUD, given, STATE, textOf } from './declared-verdict.ts';

describe('the command that goes on is filled in', () => {
  it.each([
    ['SecNumCloud ?', { ...CLOUD, secret: true }, '!sensibilite champ commercial secret'],
    [
      'SecNumCloud ?',
      { ...CLOUD, fournisseur: 'Outscale', secret: true, atteintes: ['sante_vie'] },
      '!offres outscale',
    ],
    ['SecNumCloud ?', { ...CLOUD, secret: true, atteintes: ['sante_vie'] }, '!offres secnumcloud'],
    ['Qui contrôle ?', { ...STATE, cents: 3_500_000_00 }, '!seuil 3,5 M€'],
    [
      'Quel dossier ?',
      { ...STATE, hebergement: 'hors_cloud', cents: 600_000_00 },
      '!seuil 600 k€ derogation=oui',
    ],
    ['SecNumCloud ?', { entite: 'collectivite', hebergement: 'commercial' }, '!faq collectivités'],
  ] as const)('%s %j → %s', (question, facts, command) => {
    expect(textOf(given(question, facts))).toContain(command);
  });
});

it('says the words that were read, as written', () => {
  const read = ['préfecture', 'OVH', 'état civil'];
  expect(textOf(given('SecNumCloud ?', CLOUD, { read }))).toContain('Lu : préfecture · OVH · état civil');
});

describe('out of the cloud: what R6 and R7 ask is said under its condition first', () => {
  it.each([4_000_000_00, 400_000_00])('%d cents', (cents) => {
    const out: Partial<DossierFacts> = { ...STATE, hebergement: 'hors_cloud', cents };
    const lead = (facts: Partial<DossierFacts>) => given('Faut-il une étude pour déroger à R6 ?', facts).lead;
    const project = { nature: 'nouveau', changementPrestataire: null, part: null } as const;
    expect(lead(out)).toMatch(
      /(?:^|[.] )Si le projet est nouveau ou son évolution majeure, (?:rester|le cloud)/,
    );
    expect(lead({ ...out, projet: project })).not.toContain('Si le projet est nouveau');
  });
});

it('counts the ceiling of a derogation from the date that is declared', () => {
  const { lead } = given('Dérogation à R9, jusqu’à quand ?', { ...CLOUD, offreAcceptable: '2026-07-31' });
  expect(lead).toContain('Si l’on retient le 31/07/2026');
  expect(lead).toContain('31/07/2027 (un samedi)');
});

it('answers in English when asked in English', () => {
  const { lead } = given(
    'Is SecNumCloud required?',
    { ...CLOUD, secret: false, mission: false },
    { lang: 'en' },
  );
  expect(lead).toContain('SecNumCloud is not required');
});

describe('short: on a phone, first things first', () => {
  const situations: readonly Partial<DossierFacts>[] = [
    CLOUD,
    { ...CLOUD, secret: true },
    { ...CLOUD, secret: true, atteintes: ['sante_vie', 'ordre_public'] },
    { ...CLOUD, collaboratif: true },
    { ...CLOUD, collaboratif: true, fournisseur: 'Office 365' },
    { ...STATE, hebergement: 'hors_cloud', cents: 4_000_000_00 },
    { entite: 'collectivite', cents: 4_000_000_00, donnees: ['etat_civil'] },
    { entite: 'autre', hebergement: 'commercial' },
    { hebergement: 'interne', secret: true },
  ];
  const wordsOf = (text: string): number =>
    text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;

  it.each(situations)('%j: first sentence of at most 40 words, at most two quotations', (facts) => {
    const found = given('Peut-on ?', facts);
    const [first = ''] = found.lead.split(/(?<=\.) /);
    expect(wordsOf(first)).toBeLessThanOrEqual(40);
    expect(found.citations.length).toBeLessThanOrEqual(2);
  });
});
