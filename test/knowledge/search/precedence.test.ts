import { describe, expect, it } from 'vitest';
import { createSearchEngine } from '../../../knowledge/search/engine.ts';
import { createPrecedenceRule } from '../../../knowledge/search/precedence.ts';
import { tinyCorpus } from '../../support/tiny-corpus.ts';

const engine = createSearchEngine(
  tinyCorpus({
    'circulaire-2023#R6': 'Une évolution majeure représente au moins 50 % du coût initial.',
    'faq#projet': 'Une refonte de plus de 50 % du projet est concernée.',
  }),
  {
    thesaurus: { rewrites: {}, ignored: [], weak: [], kept: [], concepts: {} },
    sampleQuestions: new Map(),
    precedences: [],
    outOfScope: [],
  },
);
const prevail = createPrecedenceRule(engine.entries, [
  { passage: 'faq#projet', yieldsTo: 'circulaire-2023#R6' },
  { passage: '__proto__', yieldsTo: 'inconnu#x' },
]);

/** First passage when the circular and the FAQ have these scores. */
const first = (circular: number, faq: number): string | undefined => {
  const scores = new Float64Array(engine.entries.length);
  scores[engine.entryOf.get('circulaire-2023#R6') ?? -1] = circular;
  scores[engine.entryOf.get('faq#projet') ?? -1] = faq;
  prevail(scores);
  return engine.entries[scores.indexOf(Math.max(...scores))]?.passage.id;
};

describe('where two texts answer alike', () => {
  it.each([
    ['close behind, the text that prevails goes first', 0.9, 1, 'circulaire-2023#R6'],
    ['far behind, it does not: the other text alone answers', 0.5, 1, 'faq#projet'],
    ['ahead already, it stays', 1, 0.9, 'circulaire-2023#R6'],
  ])('%s', (_, circular, faq, expected) => {
    expect(first(circular, faq)).toBe(expected);
  });
});
