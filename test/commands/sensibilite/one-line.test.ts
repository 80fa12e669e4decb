import { describe, expect, it } from 'vitest';
import { renderText } from '../../../bot/render/text.ts';
import { isOneLine, readOneLine } from '../../../commands/sensibilite/one-line.ts';
import { ruleCommands, runRule } from '../../support/commands/rule-commands.ts';

const FULL =
  'champ=oui hebergement=commercial secret=oui mission=non atteintes=sante_vie,ordre_public personnelles=oui sante=oui';

describe('facts in one line', () => {
  it.each([
    FULL,
    FULL.split(' ').toReversed().join(' '),
    FULL.toUpperCase(),
    FULL.replaceAll('=', ' = ').replace(',', ' , '),
    FULL.replace('hebergement', 'hébergement').replaceAll(' ', '\u00a0'),
    FULL.replaceAll('=oui', '=o').replaceAll('=non', '=n').replaceAll(' ', ' ; '),
  ])('%s', (args) => {
    expect(isOneLine(args)).toBe(true);
    expect(readOneLine(args)).toEqual({
      ok: true,
      answers: {
        champ: 'oui',
        hebergement: 'commercial',
        secret: 'oui',
        mission: 'non',
        atteintes: ['sante_vie', 'ordre_public'],
        personnelles: 'oui',
        sante: 'oui',
      },
    });
  });

  it('reads words alone where there are several, and leaves one alone to the names of data', () => {
    expect(isOneLine('champ commercial santé')).toBe(true);
    expect(readOneLine('champ interne sante')).toEqual({
      ok: true,
      answers: { champ: 'oui', hebergement: 'interne', sante: 'oui' },
    });
    expect(isOneLine('santé')).toBe(false);
    expect(isOneLine('santé des agents')).toBe(false);
  });

  it.each([
    ['atteintes=aucune', { atteintes: [] }],
    ['atteintes=?', { atteintes: null }],
    ['champ=? hebergement=?', { champ: null, hebergement: null }],
    ['hebergement=interne', { hebergement: 'interne' }],
    ['collaboratif=oui', { collaboratif: 'oui' }],
    ['atteintes=ordre_public,ordre_public', { atteintes: ['ordre_public'] }],
  ])('%s', (args, answers) => {
    expect(readOneLine(args)).toEqual({ ok: true, answers });
  });

  it.each([
    ['secrt=oui', 'CLE_INCONNUE', 'secret'],
    ['hebergement=comercial', 'VALEUR_INCONNUE', 'commercial'],
    ['champ=peut-être', 'VALEUR_INCONNUE', null],
    ['atteintes=sante_vi,ordre_public', 'VALEUR_INCONNUE', 'sante_vie'],
    ['atteintes=', 'VALEUR_INCONNUE', null],
    ['champ=', 'VALEUR_INCONNUE', null],
    ['champ=oui champ=non', 'CLE_REPETEE', null],
    ['champ=oui medical', 'MOT_SANS_CLE', null],
    ['champ=oui hebergement', 'MOT_SANS_CLE', 'hebergement'],
    ['__proto__=oui', 'CLE_INCONNUE', null],
    ['constructor=oui', 'CLE_INCONNUE', null],
  ])('%s → %s, suggests %s', (args, code, suggestion) => {
    expect(readOneLine(args)).toMatchObject({ ok: false, problems: [{ code, suggestion }] });
  });

  it('reports everything that is wrong at once', async () => {
    const answer = await runRule('sensibilite', 'champ=ouii hebergment=interne mission=non foo');
    expect(answer).toMatchObject({ kind: 'refused', data: { error: 'VALEUR_INCONNUE', outcome: null } });
    const said = renderText(answer);
    for (const part of ['champ=ouii', 'oui, non,', 'hebergment=interne', 'foo', 'Exemple']) {
      expect(said).toContain(part);
    }
  });
});

describe('words', () => {
  it('says what the texts say of a kind of data, and offers the interview', async () => {
    const said = renderText(await runRule('sensibilite', 'état civil'));
    expect(said).toContain('est adapté au niveau de sensibilité élevé des données');
    expect(said).toContain('!sensibilite');
  });

  it('owns up when no text names that kind of data', async () => {
    expect(renderText(await runRule('sensibilite', 'paie'))).toContain('Aucun texte du corpus ne nomme');
  });

  it('refuses words that it does not know, with the interview as a way on', async () => {
    expect(await runRule('sensibilite', 'recettes de cuisine')).toMatchObject({
      kind: 'refused',
      code: 'NATURE_INCONNUE',
    });
  });
});

it.each(ruleCommands().sensibilite.examples)('the example %s runs', async (example) => {
  expect(['verdict', 'dialogue']).toContain(
    (await runRule('sensibilite', example.slice('!sensibilite'.length).trim())).kind,
  );
});
