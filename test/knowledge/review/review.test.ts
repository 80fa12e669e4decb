import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { loadKnowledge } from '../../../knowledge/question/load-knowledge.ts';
import { type Card, cardsSchema } from '../../../knowledge/question/schemas.ts';
import { reviewHash, reviewState } from '../../../knowledge/review/review.ts';
import { tinyCorpus } from '../../support/tiny-corpus.ts';

const corpus = tinyCorpus({ 'texte#R1': 'Le cloud est recherché. Toujours.', 'texte#R2': 'Autre chose.' });
const card = (text: string, quote = 'Le cloud est recherché', questions = ['le cloud ?']): Card => ({
  id: 'cloud',
  lang: 'fr',
  title: 'Le cloud',
  questions,
  passages: [],
  sentences: [{ text, citations: [{ passage: 'texte#R1', quote }] }],
});
const reviewed = (one: Card): Card => ({
  ...one,
  reviewed: { function: 'juriste', on: '2026-11-27', hash: reviewHash(one, corpus) },
});

describe('the review of a card', () => {
  const read = reviewed(card('On cherche le cloud.'));

  it('is wanted until somebody has read it', () => {
    expect(reviewState(card('On cherche le cloud.'), corpus)).toBe('never');
  });

  it('holds while nothing that was read has changed', () => {
    expect(reviewState(read, corpus)).toBe('reviewed');
    expect(reviewState({ ...read, questions: ['une autre question'] }, corpus)).toBe('reviewed');
  });

  it.each([
    ['a sentence', card('On cherche toujours le cloud.')],
    ['a quotation', card('On cherche le cloud.', 'cloud est recherché. Toujours')],
    ['the title', { ...card('On cherche le cloud.'), title: 'Autre titre' }],
  ])('falls when %s changes', (_, changed) => {
    expect(reviewState({ ...changed, reviewed: read.reviewed }, corpus)).toBe('card-changed');
  });

  it('falls when a passage that it quotes changes around the quotation, not when another does', () => {
    const around = tinyCorpus({ 'texte#R1': 'Le cloud est recherché. Parfois.', 'texte#R2': 'Autre chose.' });
    const elsewhere = tinyCorpus({ 'texte#R1': 'Le cloud est recherché. Toujours.', 'texte#R2': 'Changé.' });
    expect(reviewState(read, around)).toBe('passage-changed');
    expect(reviewState(read, elsewhere)).toBe('reviewed');
  });

  it('is written in the file of the card, and a mistyped hash is refused', () => {
    expect(cardsSchema.safeParse([read]).success).toBe(true);
    const mistyped = { ...read, reviewed: { ...read.reviewed, hash: 'lu' } };
    expect(cardsSchema.safeParse([mistyped]).error?.message).toContain('npm run relecture');
  });

  it('can be given to every card of the project', () => {
    const texts = loadCorpus();
    const { cards } = loadKnowledge();
    const hashes = cards.map((one) => reviewHash(one, texts));
    expect(new Set(hashes).size).toBe(cards.length);
  });
});
