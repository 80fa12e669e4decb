import type { Analysis } from './analysis.ts';
import { trigramsOf } from './trigrams.ts';

/** An authored question and the entry (passage, card, topic…) it belongs to. */
export interface BankedQuestion {
  readonly text: string;
  readonly owner: number;
  readonly analysis: Analysis;
}

/** Likeness of a question to every banked one, from 0 to 1. */
export interface Likeness {
  readonly words: Float64Array;
  readonly trigrams: Float64Array;
}

export interface QuestionBank {
  readonly questions: readonly BankedQuestion[];
  compare(analysis: Analysis): Likeness;
}

/** Inverse document frequency of a term; terms never seen weigh most. */
export type Rarity = (term: string) => number;

/** Cosine likeness over weighted terms and over character trigrams, both through inverted lists. */
export const createQuestionBank = (questions: readonly BankedQuestion[], rarity: Rarity): QuestionBank => {
  const byWords = createCosineIndex(questions.map(({ analysis }) => weighed(analysis.terms, rarity)));
  const byTrigrams = createCosineIndex(questions.map(({ analysis }) => trigramsOf(analysis)));
  return {
    questions,
    compare: (analysis) => ({
      words: byWords(weighed(analysis.terms, rarity)),
      trigrams: byTrigrams(trigramsOf(analysis)),
    }),
  };
};

type Vector = ReadonlyMap<string, number>;

const weighed = (terms: Vector, rarity: Rarity): Vector =>
  new Map([...terms].map(([term, weight]) => [term, weight * rarity(term)]));

const normOf = (vector: Vector): number => {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return Math.sqrt(sum) || 1;
};

/** Inverted lists of normalised weights; typed arrays because every question asked reads thousands of them. */
const createCosineIndex = (vectors: readonly Vector[]): ((query: Vector) => Float64Array) => {
  const drafts = new Map<string, number[]>();
  for (const [id, vector] of vectors.entries()) {
    const norm = normOf(vector);
    for (const [term, weight] of vector) {
      const draft = drafts.get(term);
      if (draft === undefined) drafts.set(term, [id, weight / norm]);
      else draft.push(id, weight / norm);
    }
  }
  const postings = new Map([...drafts].map(([term, draft]) => [term, Float32Array.from(draft)]));
  return (query) => {
    const result = new Float64Array(vectors.length);
    const norm = normOf(query);
    for (const [term, weight] of query) {
      const list = postings.get(term);
      if (list === undefined) continue;
      const share = weight / norm;
      for (let at = 0; at < list.length; at += 2) {
        const id = list[at] ?? 0;
        result[id] = (result[id] ?? 0) + share * (list[at + 1] ?? 0);
      }
    }
    return result;
  };
};
