import type { Analysis } from '../text/analysis.ts';
import { TRIGRAMS, trigramsOf } from '../text/trigrams.ts';
import { createCosineIndex, type Row } from './cosine-index.ts';

/** An authored question and the entry (passage, card, topic…) it belongs to. */
export interface BankedQuestion {
  readonly text: string;
  readonly owner: number;
  readonly analysis: Analysis;
}

/** Similarity of a question to every banked one, from 0 to 1. */
export interface Similarity {
  readonly words: Float64Array;
  readonly trigrams: Float64Array;
}

export interface QuestionBank {
  readonly questions: readonly BankedQuestion[];
  /** Owner of each question, in the same order: read for every question asked. */
  readonly owners: Uint32Array;
  compare(analysis: Analysis): Similarity;
}

/** Inverse document frequency of a term; terms never seen weigh most. */
export type Idf = (term: string) => number;

/** Cosine similarity over weighted terms and over character trigrams. */
export const createQuestionBank = (questions: readonly BankedQuestion[], idf: Idf): QuestionBank => {
  const numbers = new Map<string, number>();
  for (const { analysis } of questions) {
    for (const term of analysis.terms.keys()) if (!numbers.has(term)) numbers.set(term, numbers.size);
  }
  /** Terms that no banked question holds still count in the length of the one asked. */
  const weighed = ({ terms }: Analysis): Row => {
    const keys: number[] = [];
    const weights: number[] = [];
    for (const [term, weight] of terms) {
      keys.push(numbers.get(term) ?? numbers.size);
      weights.push(weight * idf(term));
    }
    return { keys, weights };
  };
  const byWords = createCosineIndex(
    questions.map(({ analysis }) => weighed(analysis)),
    numbers.size,
  );
  const byTrigrams = createCosineIndex(
    questions.map(({ analysis }) => trigramsOf(analysis)),
    TRIGRAMS,
  );
  return {
    questions,
    owners: Uint32Array.from(questions, ({ owner }) => owner),
    compare: (analysis) => ({
      words: byWords(weighed(analysis)),
      trigrams: byTrigrams(trigramsOf(analysis)),
    }),
  };
};
