import { describe, expect, it } from 'vitest';
import { createSearchEngine, type SearchKnowledge } from '../../../knowledge/search/engine.ts';
import { tinyCorpus } from '../../support/tiny-corpus.ts';

const corpus = tinyCorpus(
  {
    'circulaire-2023#R4': 'Le contrat comporte des conditions de réversibilité.',
    'circulaire-2023#R5': 'Les services sont déployés dans plusieurs zones géographiques.',
    'circulaire-2023#R6': 'Une évolution majeure représente au moins 50 % du coût initial.',
    'faq#projet': 'Une refonte de plus de 50 % du projet est concernée par la doctrine.',
    'presse#annonce': 'Le contrat comporte des conditions de réversibilité.',
  },
  { presse: { rank: 4, authority: 0.3 }, faq: { rank: 2, authority: 0.9 } },
);

const knowledge: SearchKnowledge = {
  thesaurus: {
    rewrites: {},
    ignored: [],
    weak: ['possible'],
    kept: [],
    concepts: { panne: ['panne', 'incendie'] },
  },
  sampleQuestions: new Map([
    ['circulaire-2023#R4', ['comment quitter son hébergeur']],
    ['circulaire-2023#R5', ['et si le datacenter brûle', 'panne du site']],
  ]),
  precedences: [{ passage: 'faq#projet', yieldsTo: 'circulaire-2023#R6' }],
  outOfScope: [],
};

const engine = createSearchEngine(corpus, knowledge);
const order = (question: string): string[] =>
  engine.rank(question).ranked.map(({ entry }) => entry.passage.id);

describe('what comes first, and why', () => {
  it.each([
    ['the passage that holds the words', 'zones géographiques', 'circulaire-2023#R5'],
    [
      'an authored question, when the text has none of the words',
      'mon datacenter a brûlé',
      'circulaire-2023#R5',
    ],
    ['a word of the same concept as an authored question', 'en cas d’incendie', 'circulaire-2023#R5'],
    [
      'the rule asked for by its number, against other words',
      'R4 et les zones géographiques',
      'circulaire-2023#R4',
    ],
    [
      'the text of higher standing, when two say the same',
      'conditions de réversibilité du contrat',
      'circulaire-2023#R4',
    ],
    ['a mistyped long word', 'reversibiltié du contrat', 'circulaire-2023#R4'],
    [
      'the sentence that asks, after a story',
      'Notre projet avance. Le budget est voté. Comment quitter notre hébergeur ?',
      'circulaire-2023#R4',
    ],
  ])('%s', (_, question, first) => {
    expect(order(question)[0]).toBe(first);
  });

  it('leaves out the authored question under measure', () => {
    const [banked] = engine.entries.flatMap(({ sampleQuestions }) => sampleQuestions);
    const [first] = engine.rank('comment quitter son hébergeur', banked).ranked;
    expect(first?.nearest).not.toBe(banked);
  });

  it('gives the same ranking twice', () => {
    expect(order('réversibilité et zones')).toEqual(order('réversibilité et zones'));
  });

  it.each([
    '__proto__',
    'constructor',
    'toString valueOf',
    '%%%',
    '',
    '🙂'.repeat(50),
    'a'.repeat(60_000),
  ])('ranks every passage whatever is asked', (question) => {
    expect(order(question)).toHaveLength(5);
  });
});
