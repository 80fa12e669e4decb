import { describe, expect, it } from 'vitest';
import { createSearchEngine, type SearchKnowledge } from '../../../knowledge/search/engine.ts';
import { analyseEntry, draftEntries } from '../../../knowledge/search/index/entries.ts';
import { buildFullText, createFullText } from '../../../knowledge/search/index/full-text.ts';
import { vocabularyOf } from '../../../knowledge/search/index/vocabulary.ts';
import { createAnalyzer } from '../../../knowledge/search/text/analysis.ts';
import { tinyCorpus } from '../../support/tiny-corpus.ts';

const corpus = tinyCorpus({
  'circulaire-2023#R4': 'Le contrat comporte des conditions de réversibilité du contrat.',
  'circulaire-2023#R5': 'Les services sont déployés dans plusieurs zones géographiques.',
  'circulaire-2023#R6': 'Une évolution majeure est soumise à la réversibilité.',
});
const knowledge: SearchKnowledge = {
  thesaurus: {
    rewrites: {},
    ignored: [],
    weak: [],
    kept: [],
    concepts: { arret: ['panne totale', 'coupure de courant électrique'], incident: ['panne'] },
  },
  sampleQuestions: new Map([
    ['circulaire-2023#R4', ['qui signe le contrat', 'combien coûte le contrat']],
    ['circulaire-2023#R5', ['quand déployer les zones']],
    ['circulaire-2023#R6', ['réversibilité et zones']],
  ]),
  precedences: [],
  outOfScope: ['la panne du réfrigérateur', 'panne de voiture'],
};
const engine = createSearchEngine(corpus, knowledge);
const signal = (question: string, name: 'asks' | 'fullText' | 'named' | 'rule'): Record<string, number> =>
  Object.fromEntries(
    engine
      .rank(question)
      .ranked.map(({ entry, signals }) => [entry.passage.anchor, signals[name]] as const)
      .toSorted(([a], [b]) => a.localeCompare(b)),
  );

describe('what is asked for (who, when, how much)', () => {
  it.each([
    ['qui s’en charge pour les zones ?', { R4: 1, R5: 0, R6: 0 }],
    ['combien pour les zones ?', { R4: 1, R5: 0, R6: 0 }],
    ['à quelle date pour le contrat ?', { R4: 0, R5: 1, R6: 0 }],
    ['où se trouve le contrat ?', { R4: 0, R5: 0, R6: 0 }],
    ['le contrat et les zones', { R4: 0, R5: 0, R6: 0 }],
  ])('%s: only passages with a question of that kind', (question, asks) => {
    expect(signal(question, 'asks')).toEqual(asks);
  });
});

describe('a rule asked for by its number', () => {
  it('raises its passage and lowers those of the others; without a number, none', () => {
    expect(signal('R5 et les zones', 'rule')).toEqual({ R4: -0.3, R5: 1, R6: -0.3 });
    expect(signal('les zones', 'rule')).toEqual({ R4: 0, R5: 0, R6: 0 });
  });
});

describe('the full text', () => {
  const analyze = createAnalyzer(knowledge.thesaurus);
  const entries = draftEntries(corpus, knowledge.sampleQuestions, analyze).map((draft) =>
    analyseEntry(draft, analyze),
  );
  const fullText = createFullText(buildFullText(entries), engine.statistics.idf);
  const scores = (question: string, times = 1): readonly number[] => {
    const read = analyze(question);
    const into = new Float64Array(entries.length);
    const terms = new Map([...read.terms].map(([term, weight]) => [term, weight * times]));
    fullText({ ...read, terms }, into);
    return [...into];
  };

  it('counts words in proportion of all that the question weighs, whatever its scale', () => {
    const once = scores('réversibilité du contrat');
    expect(once[0]).toBeGreaterThan(once[2] ?? 0);
    expect(once[2]).toBeGreaterThan(0);
    expect(once[1]).toBe(0);
    for (const [at, score] of scores('réversibilité du contrat', 3).entries())
      expect(score).toBeCloseTo(once[at] ?? 0, 10);
  });

  it('of a question before leaves nothing in that of the next', () => {
    const zones = scores('zones géographiques');
    scores('réversibilité du contrat');
    expect(scores('zones géographiques')).toEqual(zones);
    expect(scores('')).toEqual([0, 0, 0]);
  });
});

describe('a concept of several words', () => {
  const analyze = createAnalyzer(knowledge.thesaurus);
  it.each([
    ['une panne totale du site', ['#incident', '#arret']],
    ['la coupure de courant électrique', ['#arret']],
    ['une totale panne', ['#incident']],
    ['panne', ['#incident']],
    ['la coupure électrique de courant', []],
  ])('%s: %j', (text, concepts) => {
    expect([...analyze(text).terms.keys()].filter((term) => term.startsWith('#')).toSorted()).toEqual(
      concepts.toSorted(),
    );
  });
});

it('the vocabulary counts each word once for each time it is written, and knows no other', () => {
  const counts = vocabularyOf([], knowledge);
  expect(
    Object.fromEntries(
      ['panne', 'totale', 'voiture', 'arret', 'contrat'].map((word) => [word, counts.get(word) ?? 0]),
    ),
  ).toEqual({
    panne: 4,
    totale: 1,
    voiture: 1,
    arret: 1,
    contrat: 0,
  });
});
