import { describe, expect, it } from 'vitest';
import { CLOUD, given, STATE, textOf, verdict } from './declared-verdict.ts';

describe('what the person asks decides what is said first', () => {
  const facts = {
    ...CLOUD,
    projet: { nature: 'nouveau', changementPrestataire: null, part: null },
    cents: 3_500_000_00,
    donnees: ['rh'],
    personnelles: true,
  } as const;
  it.each([
    ['Projet RH à 3,5 M€ : qui contrôle ?', 'CONTROLE_MINISTERE'],
    ['Faut-il du SecNumCloud ?', 'A_EVALUER'],
    ['Le cloud est-il obligatoire, on peut rester sur nos serveurs ?', 'R6_APPLICABLE'],
    ['Sommes-nous concernés ?', 'DANS_LE_CHAMP'],
    ['On peut avoir une dérogation à R9 ?', 'DEROGATION_R9_NON'],
    ['Que prévoir comme clauses de sortie ?', 'R4_REVERSIBILITE'],
    ['Que dit la doctrine ?', 'A_EVALUER'],
  ])('%s → %s', (question, code) => {
    expect(given(question, facts).codes[0]).toBe(code);
  });

  it('who controls a project that R6 does not aim at: that is said before the control', () => {
    const projet = { nature: 'maintenance', changementPrestataire: false, part: null } as const;
    const out = { ...facts, projet, hebergement: 'hors_cloud' } as const;
    expect(given('Qui contrôle ?', out).codes.slice(0, 2)).toEqual(['R6_NON_VISE', 'CONTROLE_MINISTERE']);
  });

  it.each([
    ['Que faut-il prévoir ?', ['R6_NON_VISE', 'A_EVALUER']],
    ['Peut-on y rester ?', ['R6_NON_VISE', 'A_EVALUER']],
    ['Sommes-nous concernés ?', ['DANS_LE_CHAMP', 'R6_NON_VISE']],
    ['SecNumCloud est-il obligatoire ?', ['A_EVALUER', 'R6_NON_VISE']],
  ])('a maintenance at a provider, « %s »: R9 first only where it is asked', (question, codes) => {
    const projet = { nature: 'maintenance', changementPrestataire: null, part: null } as const;
    const found = given(question, { ...CLOUD, projet, fournisseur: 'Scaleway' });
    expect(found.codes.slice(0, 2)).toEqual(codes);
  });

  it('two subjects, two short verdicts: cost and data', () => {
    const { lead } = given('SecNumCloud ? contrôle ?', facts);
    expect(lead).toContain('ministères');
    expect(lead).toContain('deux conditions');
  });
});

describe('a subject that the question names and no fact decides', () => {
  const office = { ...CLOUD, collaboratif: true, fournisseur: 'Office 365' } as const;
  it.each([
    ['Office 365 : une dérogation est-elle possible ?', office, 'très avancés au 5 juillet 2021'],
    ['On y était avant juillet 2021, on peut garder SharePoint ?', office, 'très avancés au 5 juillet 2021'],
    [
      'Devons-nous faire l’étude comparative ?',
      { ...CLOUD, cents: 2_000_000_00 },
      'qu’à une équipe qui déroge à R6',
    ],
    [
      'Développer du sur-mesure ?',
      { ...STATE, projet: null, cents: 300_000_00 },
      'en l’absence de solution sur étagère',
    ],
    ['Quelle localisation des données ?', CLOUD, 'décision d’adéquation'],
    ['Peut-on monter un petit cloud maison ?', { ...STATE, hebergement: 'interne' }, 'PI et NUBO'],
    ['Armées : devons-nous utiliser NUBO ?', { ...STATE, hebergement: 'interne' }, 'propre cloud interne'],
  ] as const)('%s', (question, facts, words) => {
    expect(given(question, facts).lead).toContain(words);
  });
});

describe('the verdict comes first, rests on what is declared, and permits nothing', () => {
  it.each([
    [
      'Faut-il SecNumCloud ?',
      { ...CLOUD, secret: false, mission: false, atteintes: [] },
      'Au vu de ce que vous déclarez (rien de secret, aucune mission essentielle, aucune atteinte) : SecNumCloud n’est pas requis (R9). L’analyse revient à votre entité (FAQ).',
    ],
    [
      'SecNumCloud ?',
      { ...CLOUD, secret: true, atteintes: ['ordre_public'] },
      'Au vu de ce que vous déclarez (secret protégé, atteinte à l’ordre public) : SecNumCloud (ou équivalent européen) et l’immunité face aux États tiers sont requis',
    ],
    [
      'SecNumCloud ?',
      { ...CLOUD },
      'À évaluer : SecNumCloud (ou équivalent européen) n’est requis que sous deux conditions',
    ],
    [
      'Devons-nous passer au cloud ?',
      { entite: 'collectivite', hebergement: 'hors_cloud' },
      'Non : les collectivités n’entrent pas dans le champ',
    ],
    // « Non » to « peut-on » would forbid: only what asks whether one is bound is answered so.
    [
      'Peut-on prendre du SaaS ?',
      { entite: 'collectivite', hebergement: 'commercial' },
      'Les collectivités n’entrent pas dans le champ',
    ],
    ['Sommes-nous soumis ?', { entite: 'autre' }, 'Non : la doctrine ne vise que'],
    ['Sommes-nous soumis ?', { entite: 'incertaine' }, 'Les textes ne tranchent pas pour votre entité'],
  ] as const)('%s %j → « %s… »', (question, facts, start) => {
    expect(given(question, facts).lead.startsWith(start)).toBe(true);
  });

  it('an entity that is not settled: both branches, and the list where to check', () => {
    const { lead } = given('Faut-il SecNumCloud ?', {
      entite: 'incertaine',
      hebergement: 'commercial',
      sante: true,
    });
    expect(lead).toContain('jaune budgétaire');
    expect(lead).toContain('Hors champ');
    expect(lead).toContain('Dans le champ, à évaluer : ');
  });

  it('health or personal data do not suffice, and what is due anyway is said', () => {
    expect(given('SecNumCloud ?', { ...CLOUD, sante: true }).lead).toContain('HDS et RGPD restent dus');
    expect(given('SecNumCloud ?', { ...CLOUD, personnelles: true }).lead).toContain('ne suffisent pas');
  });
});

describe('one question, for the fact that decides most', () => {
  it.each([
    [{ ...CLOUD }, 'quelles données'],
    [{ ...CLOUD, donnees: ['rh'] }, 'un secret protégé est-il en jeu'],
    [{ ...CLOUD, secret: true }, 'quelle atteinte une violation porterait-elle'],
    [{ hebergement: 'commercial', secret: true }, 'quelle entité porte le projet'],
  ] as const)('%j → %s', (facts, question) => {
    const text = textOf(given('SecNumCloud ?', facts));
    expect(text.match(/À préciser/g)).toHaveLength(1);
    expect(text).toContain(question);
  });

  it('none where nothing that is missing could change the answer', () => {
    expect(
      textOf(given('SecNumCloud ?', { hebergement: 'commercial', secret: false, mission: false })),
    ).not.toContain('À préciser');
  });
});

describe('a provider', () => {
  it('of the catalogue: its services at the day, qualification and immunity', () => {
    const before = given('SecNumCloud ?', { ...CLOUD, fournisseur: 'Outscale' }).lead;
    expect(before).toContain('échéance le 30/11/2026 (dans 3 jours), renouvellement non vérifié');
    expect(before).toContain('l’immunité');
    const after = given('SecNumCloud ?', { ...CLOUD, fournisseur: 'Outscale' }, { today: '2026-12-01' }).lead;
    expect(after).toContain('échéance dépassée selon le catalogue du 15/09/2026');
  });

  it('under foreign law: the question of immunity, never a prohibition', () => {
    const { lead } = given('C’est interdit ?', { ...CLOUD, fournisseur: 'AWS', extraeuropeen: true });
    expect(lead).toContain('AWS : le lieu d’hébergement ne règle pas à lui seul l’immunité');
    expect(lead).not.toContain('interdit');
  });
});

describe('a definition or a look-up has no verdict', () => {
  it.each([
    ['Que dit R9 ?', {}],
    ['Que dit R9 des données de santé ?', { donnees: ['sante'], sante: true }],
    ['Qu’est-ce que SecNumCloud ?', {}],
    ['Qu’est-ce qu’un opérateur de l’État ?', { entite: 'organisme_sous_tutelle' }],
    ['Quel montant pour le guichet ? 3 M€', { cents: 3_000_000_00 }],
    ['Quel ministère exploite NUBO ?', { ...STATE, hebergement: 'interne' }],
    ['Combien de dérogations à R9 chez Azure ?', { ...CLOUD, fournisseur: 'Azure' }],
    ['Qui a signé la note sur Office 365 ?', { ...CLOUD, collaboratif: true, fournisseur: 'Office 365' }],
    // The amount is the limit of the rule, not a cost: « sous un million » is no project at one million.
    ['Sous un million d’euros, personne ne contrôle rien ?', { cents: 1_000_000_00 }],
  ] as const)('%s', (question, facts) => {
    expect(verdict(question, facts)).toBeNull();
  });
});
