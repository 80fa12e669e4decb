import { describe, expect, it } from 'vitest';
import { withCard } from '../../../knowledge/question/blocks.ts';
import { createCardFinder } from '../../../knowledge/question/cards.ts';
import type { Card } from '../../../knowledge/question/schemas.ts';
import { createSearchEngine } from '../../../knowledge/search/engine.ts';
import { tinyCorpus } from '../../support/tiny-corpus.ts';

const corpus = tinyCorpus({
  'circulaire-2023#R4': 'Le contrat comporte des conditions de réversibilité.',
  'circulaire-2023#R5': 'Les services sont déployés dans plusieurs zones géographiques.',
});
const engine = createSearchEngine(corpus, {
  thesaurus: { rewrites: {}, ignored: ['la'], weak: [], kept: [], concepts: {} },
  variants: new Map([['circulaire-2023#R4', ['comment quitter son hébergeur']]]),
  precedences: [],
  negatives: [],
});
const card = (quote: string): Card => ({
  id: 'reversibilite',
  lang: 'fr',
  title: 'La réversibilité',
  questions: ['peut-on quitter un hébergeur en cours de marché'],
  passages: ['circulaire-2023#R4'],
  sentences: [
    { text: 'Le contrat prévoit la sortie.', citations: [{ passage: 'circulaire-2023#R4', quote }] },
  ],
});
const find = (question: string, ...cards: Card[]) =>
  createCardFinder(corpus, cards, engine)(engine.rank(question), 'fr');

describe('a card is shown', () => {
  it.each([
    ['when one of its questions is the one asked', 'peut-on quitter un hébergeur en cours de marché ?', true],
    [
      'when the first passage is its own and the question looks like it',
      'quitter un hébergeur en cours de route',
      true,
    ],
    ['not for another subject', 'zones géographiques', false],
  ])('%s', (_, question, shown) => {
    expect(find(question, card('conditions de réversibilité')) !== null).toBe(shown);
  });

  it('not when its quotation is not in the corpus', () => {
    expect(find('peut-on quitter un hébergeur en cours de marché', card('mots absents'))).toBeNull();
  });

  it('not in another language', () => {
    const finder = createCardFinder(corpus, [card('conditions')], engine);
    expect(finder(engine.rank('peut-on quitter un hébergeur en cours de marché'), 'en')).toBeNull();
  });
});

describe('the sentences of a card', () => {
  const found = find('peut-on quitter un hébergeur en cours de marché', card('conditions de réversibilité'));

  it('point at a quotation already shown that holds theirs', () => {
    const whole = corpus.cite('circulaire-2023#R4');
    expect(withCard(found, [whole]).citations).toEqual([whole]);
  });

  it('add theirs after those of the ranking otherwise', () => {
    const other = corpus.cite('circulaire-2023#R5');
    const { citations, sentences } = withCard(found, [other]);
    expect(citations.map(({ passageId }) => passageId)).toEqual(['circulaire-2023#R5', 'circulaire-2023#R4']);
    expect(sentences).toEqual([
      { kind: 'paragraph', text: ['Le contrat prévoit la sortie. ', { kind: 'cite', index: 1 }] },
    ]);
  });
});
