import { describe, expect, it } from 'vitest';
import { loadFactLexicon } from '../../../knowledge/facts/load-lexicon.ts';
import { createFactReader } from '../../../knowledge/facts/read-facts.ts';

const read = createFactReader(loadFactLexicon());

describe('a version that changes without a share of the cost is maintenance', () => {
  it.each([
    'Rectorat : nous passons à la version 9 de notre gestion des notes',
    'on installe la dernière version du progiciel de courrier',
    'la DDT met à jour son logiciel de permis',
    'migration vers la v12 prévue en mai',
    'Our ministry is upgrading to the next release',
  ])('%s', (text) => {
    expect(read(text).facts.projet?.nature).toBe('maintenance');
  });

  it.each([
    ['mise à jour à 55 % du coût initial, refonte comprise', 'evolution'],
    ['on passe au cloud avec un nouveau portail', 'nouveau'],
  ])('%s is %s', (text, nature) => {
    expect(read(text).facts.projet?.nature).toBe(nature);
  });
});

describe('a service that is set aside is not the one that is meant', () => {
  it.each([
    'un logiciel en ligne, hors messagerie',
    'une application de cadastre, sans visio ni tableur',
    'pas de bureautique, seulement un outil de suivi',
    'a business application, not an office suite',
  ])('%s', (text) => {
    expect(read(text).facts.collaboratif).toBeNull();
  });

  it('is meant where it is not', () => {
    expect(read('une messagerie pour nos agents, hors des murs').facts.collaboratif).toBe(true);
  });
});

describe('the law of a provider within longer words', () => {
  it.each([
    ['nos relevés partent chez un prestataire suisse', true],
    ['nous hébergeons chez un fournisseur canadien', true],
    ['nos relevés partent chez un prestataire belge', false],
  ])('%s: outside the Union %s', (text, foreign) => {
    expect(read(text).facts.extraeuropeen).toBe(foreign);
  });

  it.each([
    'Un fournisseur suisse nous propose de stocker les cartes, possible ?',
    'Un éditeur américain nous vend son outil de paie',
    'l’hébergeur nous assure que c’est conforme',
  ])('who only offers is not who asks: %s', (text) => {
    expect(read(text).facts.entite).toBeNull();
  });
});

describe('what is shown of the words read is whole', () => {
  it.each([
    ['on refait l’annuaire du min. Affaires sociales', 'on refait l’annuaire'],
    ['nous refondons notre outil', 'nous refondons notre outil'],
    ['Bonjour, on lance une enquête sur les ports', 'on lance une enquête'],
    ['le chantier a débuté en 2020, on change seulement de version', 'on change seulement de version'],
    ['on refait l’annuaire du min. Affaires sociales', 'min. Affaires sociales'],
  ])('%s → %s', (text, shown) => {
    expect(read(text).words.map(({ words }) => words)).toContain(shown);
  });
});

describe('what a release told or an aid offers is no rule', () => {
  it.each([
    'PME du logiciel : le communiqué parlait d’un accompagnement, y avons-nous accès ?',
    'Association, peut-on candidater à l’appel à projets de 2022 ?',
    'We are a company: are we eligible for the scheme announced in 2022?',
  ])('%s', (text) => {
    expect(read(text).asks.sought).toBe('particular');
  });

  it('but a rule asked beside is', () => {
    expect(read('Association subventionnée, devons-nous aller dans le cloud ?').asks.sought).toBe('rules');
  });
});

describe('a situation told in English', () => {
  it('has its entity, its project and its data', () => {
    expect(
      read('Our agency is building a licence register at Scaleway with taxpayer records').facts,
    ).toMatchObject({
      entite: 'organisme_sous_tutelle',
      projet: { nature: 'nouveau' },
      hebergement: 'commercial',
      personnelles: true,
    });
    expect(read('What are our obligations?').asks).toMatchObject({ lookUp: false, sought: 'rules' });
    expect(read('What is Gaia-X?').asks.lookUp).toBe(true);
  });
});

describe('English asks', () => {
  it.each([
    ['Is the cloud mandatory for a small tool?', 'CLOUD'],
    ['Is our agency bound?', 'CHAMP'],
    ['Do we have to notify DINUM?', 'ETUDE'],
    ['Who validates a large project?', 'CONTROLE'],
    ['How do we avoid vendor lock-in?', 'REVERSIBILITE'],
    ['Should there be a second data centre?', 'ZONES'],
  ] as const)('%s asks %s', (text, topic) => {
    expect(read(text).asks.topics).toContain(topic);
  });
});
