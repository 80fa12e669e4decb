import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { createQuestionAnswerer } from '../../../knowledge/question/answerer.ts';
import { loadKnowledge } from '../../../knowledge/question/load-knowledge.ts';
import { createTermReader } from '../../../knowledge/question/terms.ts';
import { fold, wordsOf } from '../../../knowledge/search/text/fold.ts';

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
  people: new Set(),
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

describe('on the real texts, the terms of a question', () => {
  const corpus = loadCorpus();
  const real = createQuestionAnswerer(corpus, loadKnowledge());

  it('are words that the texts and data hold', () => {
    const terms = real.terms('Quel est le prix de S3NS pour la règle R9, demande Jeanne ?');
    expect(terms).toEqual(expect.arrayContaining(['prix', 'r9', 'regle', 's3ns']));
  });

  it('hold no usual first name, nor the names of those whom the texts name', () => {
    const names = wordsOf(
      fold(
        'Jean Jean-Noël Marie Pierre Paul Michel Philippe Alain Nicolas Bruno Cédric Thierry Thomas Julien Amélie ' +
          'Élisabeth Nathalie Isabelle Sophie Catherine Anne Claire Camille Antoine Lionel Frédérique Barrot ' +
          'Castex Montchalin Paulin Vidal Duboscq Balladur Huez Martin Dupont Durand Bernard',
      ),
    );
    const terms = names.flatMap((name) => real.terms(name));
    expect(terms.filter((term) => names.includes(term))).toEqual([]);
  });

  it.each(
    [...corpus.documents.values()].flatMap(({ id, people }) => people.map((name) => [name, id] as const)),
  )('hold no part of « %s », named by %s', (name) => {
    expect(real.terms(name)).toEqual([]);
  });
});
