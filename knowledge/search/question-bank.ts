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

const normOf = (vector: Vector): number => Math.hypot(...vector.values()) || 1;

const createCosineIndex = (vectors: readonly Vector[]): ((query: Vector) => Float64Array) => {
  const postings = new Map<string, { ids: number[]; weights: number[] }>();
  for (const [id, vector] of vectors.entries()) {
    const norm = normOf(vector);
    for (const [term, weight] of vector) {
      const list = postings.get(term) ?? { ids: [], weights: [] };
      postings.set(term, list);
      list.ids.push(id);
      list.weights.push(weight / norm);
    }
  }
  return (query) => {
    const result = new Float64Array(vectors.length);
    const norm = normOf(query);
    for (const [term, weight] of query) {
      const list = postings.get(term);
      if (list === undefined) continue;
      for (const [at, id] of list.ids.entries()) {
        result[id] = (result[id] ?? 0) + (weight / norm) * (list.weights[at] ?? 0);
      }
    }
    return result;
  };
};
