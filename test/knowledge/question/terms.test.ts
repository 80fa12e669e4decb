import { describe, expect, it } from 'vitest';
import { createTermReader } from '../../../knowledge/question/terms.ts';
import { wordsOf } from '../../../knowledge/search/fold.ts';

const vocabulary = new Map([
  ['cloud', 9],
  ['derogation', 5],
  ['derogations', 2],
  ['gouv', 1],
  ['r9', 3],
  ['2023', 4],
  ['fr', 1],
  ...'abcdefghijklmn'.split('').map((letter): [string, number] => [`mot${letter}`, 1]),
]);
const words = (text: string): readonly string[] =>
  wordsOf(text.toLowerCase()).filter((word) => word !== 'le');
const terms = createTermReader({
  vocabulary,
  analyze: (text) => ({
    folded: '',
    words: words(text),
    terms: new Map(),
    stems: [],
    rules: [],
    asked: null,
  }),
});

describe('the terms of a question', () => {
  it.each([
    ['have no order and no stop word', 'le derogation cloud', ['cloud', 'derogation']],
    ['are the same for the forms of a word', 'derogations derogation', ['derogation']],
    ['hold no name', 'cloud de jean dupont', ['cloud']],
    ['hold no number, known or not', 'cloud 2023 0612345678', ['cloud']],
    ['hold no part of a mail address', 'cloud jean.cloud@derogation.gouv.fr', ['cloud']],
    ['hold no part of a Matrix identifier', 'cloud @motb-derogation.gouv.fr:mota.fr', ['cloud']],
    ['hold no part of a link', 'cloud https://derogation.fr/mota?motb', ['cloud']],
    ['hold the number of a rule', 'r9 cloud', ['cloud', 'r9']],
    ['may be none', 'dupont', []],
  ])('%s', (_, question, expected) => {
    expect(terms(question)).toEqual(expected);
  });

  it('are twelve at most', () => {
    expect(terms([...vocabulary.keys()].join(' '))).toHaveLength(12);
  });
});
