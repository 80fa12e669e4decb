import { describe, expect, it } from 'vitest';
import { withVerdicts } from '../../../commands/verdicts/with-verdicts.ts';
import { loadCatalogue } from '../../../knowledge/catalogue/catalogue.ts';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { loadFactLexicon } from '../../../knowledge/facts/load-lexicon.ts';
import { createFactReader } from '../../../knowledge/facts/read-facts.ts';
import { createQuestionAnswerer } from '../../../knowledge/question/answerer.ts';
import { loadKnowledge } from '../../../knowledge/question/load-knowledge.ts';

const corpus = loadCorpus();
const knowledge = loadKnowledge();
const answer = withVerdicts({
  ...knowledge,
  answerer: createQuestionAnswerer(corpus, knowledge),
  readFacts: createFactReader(loadFactLexicon()),
  corpus,
  catalogue: loadCatalogue(),
});
const ask = (question: string) => answer(question, { today: '2026-11-28' });

describe('a card answers where it holds more of what is asked beside the facts', () => {
  it.each([
    [
      'Préfecture, application de gestion de crise : le cloud interne s’appuie-t-il sur le réseau interministériel ?',
      'rie-cloud-interne',
    ],
    [
      'Opérateur, deux développeurs, cloud interne de l’État : une offre d’orchestration de conteneurs est-elle prévue ?',
      'cloud-interne-conteneurs',
    ],
    [
      'Association d’élus, SaaS américain : l’immunité face aux demandes des autorités de pays tiers est-elle exigée ?',
      'demande-autorite-etrangere',
    ],
  ])('%s → %s', (question, card) => {
    const { kind, trace } = ask(question);
    expect([kind, trace?.card]).toEqual(['passages', card]);
  });

  it('keeps what the rules decide, for machines', () => {
    const { trace } = ask(
      'Préfecture, application de gestion de crise : le cloud interne s’appuie-t-il sur le réseau interministériel ?',
    );
    expect(trace?.verdict?.codes).toContain('R9_CLOUD_INTERNE_NON_VISE');
  });
});

describe('the verdict stays where it answers', () => {
  it.each([
    ['Ville de 20 000 habitants, logiciel de paie en SaaS : SecNumCloud est-il obligatoire ?', 'HORS_CHAMP'],
    ['Syndicat mixte, projet à 2 M€ : devons-nous l’étude comparative ?', 'HORS_CHAMP'],
    ['Association culturelle, fichier des donateurs : la circulaire nous vise-t-elle ?', 'HORS_CHAMP'],
    ['Ministère, projet à 4 M€ gardé sur nos serveurs : quelle étude comparative produire ?', 'R6_'],
  ])('%s → %s', (question, outcome) => {
    const { kind, data } = ask(question);
    expect([kind, String(data?.outcome)]).toEqual(['verdict', expect.stringContaining(outcome)]);
  });
});
