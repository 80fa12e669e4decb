import { describe, expect, it } from 'vitest';
import { of, STATE } from './one-project.ts';

describe('R9: a category is no secret, silence is no « no »', () => {
  const commercial = { ...STATE, hebergement: 'commercial' } as const;
  it.each([
    [
      { donnees: ['sante'], sante: true, personnelles: true },
      'A_EVALUER',
      ['secret', 'mission', 'atteintes'],
    ],
    [{ donnees: ['rh'], personnelles: true }, 'A_EVALUER', ['secret', 'mission', 'atteintes']],
    [{ donnees: ['fiscal'] }, 'A_EVALUER', ['secret', 'mission', 'atteintes']],
    // R9 itself names defence among its secrets.
    [{ donnees: ['defense'] }, 'A_EVALUER', ['atteintes']],
    [{}, 'A_EVALUER', ['secret', 'mission', 'atteintes']],
    [{ secret: true }, 'A_EVALUER', ['atteintes']],
    [{ mission: true }, 'A_EVALUER', ['atteintes']],
    [{ secret: false }, 'A_EVALUER', ['mission', 'atteintes']],
    [{ atteintes: ['ordre_public'] }, 'A_EVALUER', ['secret', 'mission']],
    [{ secret: true, atteintes: ['ordre_public'] }, 'SNC_REQUIS', []],
    [{ secret: false, mission: false }, 'SNC_NON_REQUIS', []],
    [{ secret: true, atteintes: [] }, 'SNC_NON_REQUIS', []],
    // R9 names medical secrecy: « rien de secret » is not believed of personal health data.
    [{ sante: true, secret: false, mission: false }, 'A_EVALUER', ['secret', 'atteintes']],
    [{ sante: true, personnelles: false, secret: false, mission: false }, 'SNC_NON_REQUIS', []],
  ] as const)('%j → %s, asks %j', (facts, outcome, missing) => {
    const found = of({ ...commercial, ...facts });
    expect(found.codes[0]).toBe(outcome);
    expect(found.missing.filter(({ decides }) => decides === 'R9').map(({ fact }) => fact)).toEqual(missing);
  });

  it.each([
    ['interne', 'R9_CLOUD_INTERNE_NON_VISE'],
    [null, 'SNC_REQUIS_SI_COMMERCIAL'],
  ] as const)('on hosting %s: %s', (hebergement, code) => {
    expect(of({ ...STATE, hebergement, secret: true, atteintes: ['sante_vie'] }).codes[0]).toBe(code);
  });

  it.each([
    [{ service: 'recette' }, 'R9_PRODUCTION_ET_RECETTE'],
    [{ service: 'sauvegarde' }, 'R9_PRODUCTION_ET_RECETTE'],
    [{ donnees: ['fictives'] }, 'R9_PRODUCTION_ET_RECETTE'],
    [{ service: 'messagerie', fournisseur: 'Exchange Online' }, 'NOTE_2021_NON_CONFORME'],
  ] as const)('%j: first %s', (facts, code) => {
    expect(of({ ...commercial, ...facts }).codes[0]).toBe(code);
  });

  it('services to agents: R14, and R12 for a ministry only', () => {
    expect(of({ ...commercial, collaboratif: true }).codes).toEqual(
      expect.arrayContaining(['R14_R9_IMPERATIVE', 'R12_LIBRE']),
    );
    const operator = of({ ...commercial, entite: 'organisme_sous_tutelle', collaboratif: true }).codes;
    expect(operator).toContain('R14_R9_IMPERATIVE');
    expect(operator).not.toContain('R12_LIBRE');
    expect(of({ ...STATE, hebergement: 'interne', collaboratif: true }).codes).not.toContain(
      'R14_R9_IMPERATIVE',
    );
  });
});

describe('data that R9 itself names as an example meet its first condition', () => {
  it.each([
    [['deliberations'], ['ordre_public'], 'SNC_REQUIS', 'DELIBERATIONS'],
    [['police'], ['securite_publique'], 'SNC_REQUIS', 'ORDRE_PUBLIC'],
    [['secours'], ['sante_vie'], 'SNC_REQUIS', 'SANTE_ET_VIE'],
    [['sante'], ['sante_vie'], 'SNC_REQUIS', 'SECRET_MEDICAL'],
    [['secret_affaires'], ['propriete_intellectuelle'], 'SNC_REQUIS', 'SECRET_DES_AFFAIRES'],
    [['defense'], null, 'A_EVALUER', 'DEFENSE'],
    // Health or business data alone are no example: the FAQ wants the second condition too.
    [['sante'], null, 'A_EVALUER', null],
    [['secret_affaires'], null, 'A_EVALUER', null],
    [['rh'], ['ordre_public'], 'A_EVALUER', null],
  ] as const)('%j, harms %j → %s', (donnees, atteintes, outcome, exemple) => {
    const found = of({ ...STATE, hebergement: 'commercial', donnees, atteintes });
    expect([found.sensibilite.outcome, found.nature?.exemple ?? null]).toEqual([outcome, exemple]);
  });

  it.each([
    [{ donnees: ['deliberations'], secret: false }],
    [{ donnees: ['secours'], mission: false }],
    [{ donnees: ['sante'], personnelles: false, atteintes: ['sante_vie'] }],
  ] as const)('what is declared of them goes before: %j', (facts) => {
    expect(of({ ...STATE, hebergement: 'commercial', ...facts }).nature).toBeNull();
  });
});

describe('data that are published or made up', () => {
  it.each([
    [{ donnees: ['open_data'], secret: false }, 'SNC_NON_REQUIS'],
    [{ donnees: ['fictives'], secret: false, personnelles: false }, 'SNC_NON_REQUIS'],
    [{ donnees: ['open_data'], secret: false, mission: true }, 'A_EVALUER'],
    [{ donnees: ['open_data'], secret: false, atteintes: ['ordre_public'] }, 'A_EVALUER'],
    [{ donnees: ['rh'], secret: false }, 'A_EVALUER'],
  ] as const)('%j → %s', (facts, outcome) => {
    expect(of({ ...STATE, hebergement: 'commercial', ...facts }).sensibilite.outcome).toBe(outcome);
  });
});
