import { describe, expect, it } from 'vitest';
import { createCardRanker } from '../../../knowledge/question/card-ranker.ts';
import { sourceCards } from '../../../knowledge/question/cards.ts';
import { drawCard } from '../../../knowledge/question/compose/card-answer.ts';
import { decidesFor } from '../../../knowledge/question/deciding.ts';
import type { Card } from '../../../knowledge/question/schemas.ts';
import { createSearchEngine } from '../../../knowledge/search/engine.ts';
import { tinyCorpus } from '../../support/tiny-corpus.ts';

const corpus = tinyCorpus({
  'circulaire-2023#R4': 'Le contrat comporte des conditions de réversibilité. Elles sont financées.',
  'circulaire-2023#R5': 'Les services sont déployés dans plusieurs zones géographiques.',
});
const engine = createSearchEngine(corpus, {
  thesaurus: { rewrites: {}, ignored: ['la'], weak: [], kept: [], concepts: {} },
  sampleQuestions: new Map([['circulaire-2023#R4', ['comment quitter son hébergeur']]]),
  precedences: [],
  outOfScope: [],
});
const card = (id: string, rule: 'R4' | 'R5', quote: string, questions: readonly string[]): Card => ({
  id,
  lang: 'fr',
  title: id,
  questions,
  passages: [`circulaire-2023#${rule}`],
  sentences: [
    { text: 'Le contrat prévoit la sortie.', citations: [{ passage: `circulaire-2023#${rule}`, quote }] },
  ],
});
const exit = card('sortie', 'R4', 'conditions de réversibilité', ['peut-on partir en cours de marché']);
const zones = card('zones', 'R5', 'plusieurs zones géographiques', ['combien de centres de données faut-il']);
const best = (question: string, samples: ReadonlyMap<string, readonly string[]> = new Map()) =>
  createCardRanker(sourceCards(corpus, [exit, zones]), samples, engine).rank(engine.rank(question))[0];

describe('the card of a question', () => {
  it.each([
    ['is called by its own words', 'peut-on partir en cours de marché ?', 'sortie'],
    ['is called by words near its own', 'combien de centres de données', 'zones'],
    ['is called by its passage', 'zones géographiques', 'zones'],
  ])('%s', (_, question, id) => {
    expect(best(question)?.subject.id).toBe(id);
  });

  it('is called by the sample questions that it answers', () => {
    const samples = new Map([['zones', ['et si le bâtiment brûle']]]);
    const { subject, signals } = best('et si le bâtiment brûle', samples) ?? {};
    expect(subject?.id).toBe('zones');
    expect(signals?.nearest).toBeCloseTo(1);
  });

  it('has no version whose quotation is not in the corpus', () => {
    expect(sourceCards(corpus, [card('faux', 'R4', 'mots absents', ['x'])])).toEqual([]);
  });

  it('is one subject in two languages', () => {
    const [subject, ...others] = sourceCards(corpus, [exit, { ...exit, lang: 'en' as const }]);
    expect(others).toEqual([]);
    expect([...(subject?.versions.keys() ?? [])]).toEqual(['fr', 'en']);
  });
});

describe('the answer of a card', () => {
  const [subject] = sourceCards(corpus, [exit]);
  const drawn = drawCard(subject?.versions.get('fr') ?? expect.unreachable(), { corpus, extracts: [] });

  it('says its first sentence first, in bold, with its proof', () => {
    expect(drawn.blocks[0]).toEqual({
      kind: 'paragraph',
      text: [{ kind: 'strong', text: 'Le contrat prévoit la sortie.' }, ' ', { kind: 'cite', index: 0 }],
    });
  });

  it('quotes the whole sentence that holds the proof', () => {
    expect(drawn.citations.map(({ quote }) => quote)).toEqual([
      'Le contrat comporte des conditions de réversibilité.',
    ]);
  });

  const two =
    'Le contrat prévoit la sortie. Un seul centre de données ne suffit donc jamais, le texte en veut plusieurs.';
  const longer = tinyCorpus({
    'circulaire-2023#R4':
      'Le contrat comporte des conditions de réversibilité soutenables pour son administration.',
    'circulaire-2023#R5':
      'Les services sont déployés dans plusieurs zones géographiques et restent surveillés jour et nuit.',
  });
  const both = sourceCards(longer, [
    {
      ...exit,
      sentences: two.split(/(?<=\.) /).map((text, at) => ({
        text,
        citations: [
          at === 0
            ? { passage: 'circulaire-2023#R4', quote: 'conditions de réversibilité' }
            : { passage: 'circulaire-2023#R5', quote: 'plusieurs zones géographiques' },
        ],
      })),
    },
  ])[0]?.versions.get('fr');

  it.each([
    [
      'the proof of its first sentence, unless asked for more',
      'la réversibilité du contrat',
      ['R4', 'R5'],
      0,
    ],
    [
      'the one that holds what is asked, the first sentence keeping its number',
      'zones surveillées nuit',
      ['R5', 'R4'],
      1,
    ],
  ])('quotes first %s', (_, question, anchors, leadProof) => {
    const ranking = { ...engine.rank(question), ranked: [] };
    const answer = drawCard(
      both ?? expect.unreachable(),
      { corpus: longer, extracts: [] },
      decidesFor(ranking, engine),
    );
    expect(answer.citations.map(({ anchor }) => anchor)).toEqual(anchors);
    expect(answer.blocks[0]).toMatchObject({ text: [{}, ' ', { kind: 'cite', index: leadProof }] });
    expect(answer.blocks.filter(({ kind }) => kind === 'quote')).toEqual([
      { kind: 'quote', citation: 0 },
      { kind: 'quote', citation: 1 },
    ]);
  });
});
