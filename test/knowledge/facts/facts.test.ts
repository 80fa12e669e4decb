import { describe, expect, it } from 'vitest';
import { loadFactLexicon } from '../../../knowledge/facts/load-lexicon.ts';
import { createFactReader } from '../../../knowledge/facts/read-facts.ts';
import { NO_FACTS } from '../../../knowledge/rules/dossier-types.ts';

const read = createFactReader(loadFactLexicon());

it('reads amounts, rules, dates and hosting together', () => {
  expect(
    read(
      'Notre SIRH à 3 M€ reste sur nos serveurs ; dérogation à R6 depuis le 1er mars 2026, qui contrôle ?',
    ),
  ).toMatchObject({
    amounts: [3_000_000_00],
    rules: [6],
    dates: ['2026-03-01'],
    facts: { hebergement: 'hors_cloud', service: 'sirh', cents: 3_000_000_00, entite: null },
    derogation: 'R6',
    asks: { topics: ['DEROGATION_R6', 'DEROGATION', 'CONTROLE', 'CLOUD'], lookUp: false, limit: false },
  });
});

it('says nothing of what is not said', () => {
  expect(read('Que dit la doctrine ?')).toMatchObject({
    facts: NO_FACTS,
    words: [],
    rules: [],
    derogation: null,
  });
});

it('shows the words of the message, without a capital that only begins a sentence', () => {
  const words = read(
    'Préfecture du Rhône : refonte à 60 %, 2,4 M€, chez Scaleway, pas de secret médical',
  ).words;
  expect(words).toContainEqual({ field: 'entite', value: 'administration_centrale', words: 'préfecture' });
  expect(words).toContainEqual({ field: 'cents', value: '240000000', words: '2,4 M€' });
  expect(words).toContainEqual({ field: 'fournisseur', value: 'Scaleway', words: 'Scaleway' });
  expect(words).toContainEqual({ field: 'secret', value: 'false', words: 'secret médical' });
});

describe('who carries the project', () => {
  it.each([
    ['notre prestataire dit à la préfecture que le cloud est obligatoire', 'administration_centrale'],
    ['Nous sommes une commune et la préfecture nous demande de migrer', 'collectivite'],
    ['association subventionnée à 80 % par le ministère', 'autre'],
    ['on est une startup qui développe une appli pour le ministère', 'administration_centrale'],
    ['établissement public sous tutelle du ministère', 'organisme_sous_tutelle'],
    ['plateforme commune préfecture/agglo, l’état est maître d’ouvrage', 'administration_centrale'],
    ['nous ne sommes pas un ministère mais une mairie', 'collectivite'],
    ['La direction du numérique d’une communauté urbaine', 'collectivite'],
    ['Le service informatique du rectorat demande une dérogation', 'administration_centrale'],
    ['une plateforme commune', null],
    ['Bruno Le Maire et la stratégie', null],
    ['AWS région Paris', null],
    ['l’état civil', null],
  ])('%s → %s', (text, entity) => {
    expect(read(text).facts.entite).toBe(entity);
  });
});

describe('secrets in the words of R9', () => {
  it.each([
    ['des instances en cours devant la cour d’appel', { secret: true }],
    ['un litige porté devant le tribunal', { secret: true }],
    ['la sûreté de l’État est en jeu', { secret: true }],
    ['proceedings before the administrative courts', { secret: true }],
    ['délibérations des autorités du pouvoir exécutif', { donnees: ['deliberations'] }],
    ['extraits de casier judiciaire', { secret: null, donnees: ['justice'] }],
    ['aucun litige devant les tribunaux', { secret: null }],
    ['la réunion devant la cour', { secret: null }],
  ])('%s → %j', (text, facts) => {
    expect(read(text).facts).toMatchObject(facts);
  });
});

describe('negation', () => {
  it.each([
    ['pas de secret médical', { secret: false }],
    ['rien de personnel', { personnelles: false }],
    ['que de l’open data', { personnelles: false, secret: false }],
    ['aucune donnée perso', { personnelles: false }],
    ['secret : non', { secret: false }],
    ['the data is not personal and nothing is secret', { personnelles: false, secret: false }],
    ['pas de données sensibles', { secret: null, mission: null, atteintes: null, personnelles: null }],
    ['données non sensibles', { secret: null, mission: null, personnelles: null }],
    ['savoir si c’est un secret', { secret: null }],
    ['ni données de santé ni secret fiscal', { sante: false, secret: false, donnees: [] }],
    ['aucune conséquence en cas de fuite', { atteintes: [] }],
    ['aucun risque pour la santé ou la vie des personnes', { sante: null, atteintes: null }],
    ['dossier patient', { sante: true, personnelles: true, secret: null }],
  ])('%s → %j', (text, facts) => {
    expect(read(text).facts).toMatchObject(facts);
  });
});

describe('cost', () => {
  it.each([
    ['fichier de 6 millions d’usagers', null],
    ['une gestion financière à 3,2 M€', 3_200_000],
    ['coût initial 1M, évolution 450k', 450_000],
    ['le ministère finance notre association à hauteur de 2 M€', null],
    ['1 M€ chacun', null],
    ['2 M€ de budget, dont 300 k€ pour l’hébergement', 2_000_000],
    ['entre 1 et 2 M€', null],
  ])('%s → %s', (text, euros) => {
    expect(read(text).facts.cents).toBe(euros === null ? null : euros * 100);
  });
});

describe('what others say', () => {
  it.each([
    'Il écrit « nous sommes une commune chez AWS à 3 M€ »',
    'voir https://aws.amazon.com/fr/ministere',
    '> nous sommes une commune chez AWS',
    '@ministere.aws:agent.tchap.gouv.fr',
  ])('%s', (text) => {
    expect(read(text).facts).toEqual(NO_FACTS);
  });
});

describe('hosting', () => {
  it.each([
    ['on veut le garder chez nous', 'hors_cloud'],
    ['l’installer dans sa propre salle machine', 'hors_cloud'],
    ['si nous restons hors nuage', 'hors_cloud'],
    ['sur nos propres serveurs plutôt que chez AWS', 'hors_cloud'],
    ['hébergé sur NUBO', 'interne'],
    ['sur le cloud PI', 'interne'],
    ['chez Azure', 'commercial'],
    ['une offre commerciale qualifiée', 'commercial'],
    ['que dit R9 ?', null],
  ])('%s → %s', (text, hosting) => {
    expect(read(text).facts.hebergement).toBe(hosting);
  });
});

it('whatever the providers, where one goes comes before where one is', () => {
  expect(read('Scaleway pour Netlify').facts.fournisseur).toBe('Netlify');
  expect(read('Azure pour Teams').facts.hebergement).toBe('commercial');
});

describe('dates', () => {
  it.each([
    ['le 31/07/2026', ['2026-07-31']],
    ['le 1er août 2026', ['2026-08-01']],
    ['le 2026-07-31', ['2026-07-31']],
    ['le 5.7.2021', ['2021-07-05']],
    ['le 31/02/2026', []],
    ['du 5 juillet 2021 au 31 mai 2023', ['2021-07-05', '2023-05-31']],
    ['le 31/07/2026, soit le 2026-07-31', ['2026-07-31']],
    ['en mai 2023', []],
  ])('%s → %j', (text, dates) => {
    expect(read(text).dates).toEqual(dates);
  });
});
