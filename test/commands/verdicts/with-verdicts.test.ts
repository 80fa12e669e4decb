import { describe, expect, it } from 'vitest';
import { withVerdicts } from '../../../commands/verdicts/with-verdicts.ts';
import { loadCatalogue } from '../../../knowledge/catalogue/catalogue.ts';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { loadFactLexicon } from '../../../knowledge/facts/load-lexicon.ts';
import { createFactReader } from '../../../knowledge/facts/read-facts.ts';
import { createQuestionAnswerer } from '../../../knowledge/question/answerer.ts';
import { loadKnowledge } from '../../../knowledge/question/load-knowledge.ts';

const today = '2026-11-22';
const corpus = loadCorpus();
const knowledge = loadKnowledge();
const answer = withVerdicts({
  ...knowledge,
  answerer: createQuestionAnswerer(corpus, knowledge),
  readFacts: createFactReader(loadFactLexicon()),
  corpus,
  catalogue: loadCatalogue(),
});
const ask = (question: string) => answer(question, { today });

describe('a situation is answered by the verdict of the rules', () => {
  it.each([
    ['on a un SIRH à 3 M€ qu’on veut garder chez nous', 'R6_DEROGATION_A_DOCUMENTER'],
    ['Le chantier est évalué à 14 millions d’euros : qui vérifie le projet ?', 'CONTROLE_GRANDS_PROJETS'],
    [
      'Une application à 600 000 € reste sur nos machines, faut-il un dossier DINUM ?',
      'R6_DEROGATION_SANS_DOSSIER_DINUM',
    ],
    ['Notre mairie veut mettre ses délibérations chez Azure, est-ce interdit ?', 'HORS_CHAMP'],
    [
      'Préfecture, fichier des armes chez OVH, une fuite menacerait l’ordre public. SecNumCloud ?',
      'A_EVALUER',
    ],
    // Words far from the texts, and a situation that the rules answer.
    [
      'Commune de Redon : un agent conversationnel pour la piscine chez Scaleway, la règle s’impose ?',
      'HORS_CHAMP',
    ],
    ['Nouveau projet chez OVH, aucune carte graphique qualifiée : déroger à R9 ?', 'DEROGATION_R9_NON'],
    ['920k HT, 1,1M TTC : quelle étape ?', 'COUT_HT_OU_TTC'],
    ['Our ministry wants a new HR application at AWS. Is it allowed?', 'A_EVALUER'],
    ['Préfecture, on met nos fichiers sur Trello, R14 nous concerne-t-elle ?', 'R14_R9_IMPERATIVE'],
  ])('%s → %s', (question, code) => {
    const { kind, data } = ask(question);
    expect(kind).toBe('verdict');
    expect(data?.codes).toContain(code);
  });

  it('says what was read, as written, and what is missing most, then how to go on', () => {
    const { blocks } = ask(
      'Bonjour, préfecture, nouvelle appli de paie chez Outscale. SecNumCloud obligatoire ? Merci',
    );
    const said = JSON.stringify(blocks);
    expect(said).toContain('Lu : préfecture');
    expect(said).toMatch(/À préciser/);
    expect(said).toMatch(/!(?:offres|sensibilite)/);
  });

  it('quotes the translation in English and says which prevails; conditions without their consequence, which is named', () => {
    const { citations, notices } = ask('We are a ministry: may our HR application run at Azure?');
    expect(citations[0]?.passageId).toBe('circulaire-2023.en#R9.secnumcloud');
    expect(notices.map(({ code }) => code)).toContain('anglais');
    const required = ask(
      'Direction générale, fichier couvert par un secret protégé chez OVH, une fuite menacerait l’ordre public. SecNumCloud ?',
    );
    expect(required.data?.outcome).toBe('SNC_REQUIS');
    const shown = required.blocks.flatMap((block) => (block.kind === 'quote' ? [block.citation] : []));
    expect(shown.map((at) => required.citations[at]?.quote)).toEqual([
      expect.stringMatching(/^données, à caractère personnel ou non.*propriété intellectuelle$/),
    ]);
    expect(required.citations[1]?.quote).toContain('devra impérativement respecter la qualification');
  });

  it('quotes at most two passages, and one more is only named', () => {
    const { blocks, citations } = ask('on a un SIRH à 3 M€ qu’on veut garder chez nous');
    expect(blocks.filter(({ kind }) => kind === 'quote').length).toBeLessThanOrEqual(2);
    expect(citations.length).toBeLessThanOrEqual(4);
  });

  it('names the later texts where it rests on what they may change', () => {
    const codes = (question: string) => ask(question).notices.map(({ code }) => code);
    expect(codes('Si l’offre acceptable date du 31/07/2026, jusqu’à quand déroger à R9 ?')).toEqual([
      'hors-corpus',
    ]);
  });
});

describe('no verdict where none is asked', () => {
  it.each([
    'Que dit R7 ?',
    'C’est quoi SecNumCloud ?',
    'Combien de projets à 3 M€ ont dérogé à R6 ?',
    'AWS propose-t-il une région réservée aux administrations ?',
    'Quelle est la météo à Lyon ?',
    'Bonjour',
  ])('%s', (question) => {
    expect(ask(question).kind).not.toBe('verdict');
  });
});

it('keeps codes of what was declared, and never its words', () => {
  const { trace } = ask('Notre mairie veut mettre ses délibérations chez Azure, est-ce interdit ?');
  expect(trace?.facts).toMatchObject({ entite: 'collectivite', fournisseur: 'Azure' });
  expect(JSON.stringify(trace)).not.toContain('Notre mairie veut');
});
