import { describe, expect, it } from 'vitest';
import type { QuestionItem } from './question-set.ts';
import { covers, type ScoredAnswer, score } from './score.ts';

const gold = {
  doc: 'circulaire-2023',
  anchor: 'R9',
  quote: 'une deux trois quatre cinq six sept huit neuf dix',
};
const citation = (quote: string, anchor = 'R9', document = 'circulaire-2023') => ({
  document,
  anchor,
  quote,
});

describe('a citation counts', () => {
  it.each([
    [
      'with 60 % of the words, whatever the anchor',
      citation('un Deux, trois « quatre » cinq six une', 'R1'),
      true,
    ],
    ['with less, elsewhere', citation('une deux trois', 'R1'), false],
    ['with 30 % of the words under the same rule', citation('une deux trois', '[r9]'), true],
    ['not with less than 30 %', citation('une deux'), false],
    ['not in another document', citation(gold.quote, 'R9', 'numspot'), false],
    ['not by repeating a word', citation('une une une une une une', 'R1'), false],
    ['with accents or without', citation('UNE DEUX TROIS QUATRE CINQ SIX', 'R1'), true],
  ])('%s', (_, given, expected) => {
    expect(covers(given, gold)).toBe(expected);
  });
});

const item = (answerable: boolean): QuestionItem => ({
  id: 'x',
  lang: 'fr',
  question: '?',
  kind: 'lookup',
  answerable,
  gold: answerable ? [gold] : [],
  must_mention: answerable ? ['trois quatre', 'onze'] : [],
});
const answered = (...quotes: string[]): ScoredAnswer => ({
  status: 'answered',
  answer: '',
  citations: quotes.map((quote) => citation(quote, 'R1')),
});
const refused: ScoredAnswer = { status: 'not_found', answer: '', citations: [] };

describe('score', () => {
  it.each([
    ['first', answered(gold.quote), { hit1: 1, hit3: 1, reciprocal: 1, mentions: 2, mentioned: 1 }],
    ['third', answered('a', 'b', gold.quote), { hit1: 0, hit3: 1, reciprocal: 1 / 3 }],
    ['fourth', answered('a', 'b', 'c', gold.quote), { hit1: 0, hit3: 0, reciprocal: 0.25, mentioned: 0 }],
    ['nowhere', answered('a'), { hit1: 0, hit3: 0, reciprocal: 0 }],
    ['refused', refused, { answerable: 1, wronglyRefused: 1, hit1: 0, mentions: 0 }],
  ])('counts an answer whose gold stands %s', (_, answer, expected) => {
    expect(score([item(true)], [answer]).total).toMatchObject(expected);
  });

  it('counts refusals of what cannot be answered', () => {
    const { total, misses } = score([item(false), item(false)], [refused, answered(gold.quote)]);
    expect(total).toMatchObject({ unanswerable: 2, rightlyRefused: 1 });
    expect(misses.map(({ why }) => why)).toEqual(['answered what it cannot know']);
  });

  it('takes a missing answer for an error, hence refused', () => {
    expect(score([item(true)], []).total.wronglyRefused).toBe(1);
  });
});
