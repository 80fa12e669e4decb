import type { Analysis } from '../text/analysis.ts';
import { TRIGRAMS, trigramsOf } from '../text/trigrams.ts';
import { type CosineIndex, createCosineIndex, type Row, similarityTo } from './cosine-index.ts';
import { createTermTable, type TermTable, termNumbers } from './term-table.ts';

/** An authored question and the entry (passage, card, topic…) it belongs to. */
export interface BankedQuestion {
  readonly text: string;
  readonly owner: number;
  readonly analysis: Analysis;
}

/** Similarity of a question to every banked one, from 0 to 1; written over by the next comparison. */
export interface Similarity {
  readonly words: Float64Array;
  readonly trigrams: Float64Array;
}

export interface QuestionBank {
  readonly questions: readonly BankedQuestion[];
  /** Owner of each question, in the same order, those of one owner together: read for every question asked. */
  readonly owners: Uint32Array;
  compare(analysis: Analysis): Similarity;
}

/** What a bank compares with, as plain data. */
export interface BankIndex {
  readonly terms: TermTable;
  readonly words: CosineIndex;
  readonly trigrams: CosineIndex;
}

/** Inverse document frequency of a term; terms never seen weigh most. */
export type Idf = (term: string) => number;

/** @param terms a table that holds every term of the questions; one of their own by default */
export const buildBank = (
  questions: readonly BankedQuestion[],
  idf: Idf,
  terms: TermTable = createTermTable(questions.flatMap(({ analysis }) => [...analysis.terms.keys()])),
): BankIndex => ({
  terms,
  words: createCosineIndex(
    questions.map(({ analysis }) => weighed(analysis, idf, terms)),
    terms.ends.length,
  ),
  trigrams: createCosineIndex(
    questions.map(({ analysis }) => trigramsOf(analysis)),
    TRIGRAMS,
  ),
});

/** Terms that no banked question holds still count in the length of the one asked. */
const weighed = ({ terms }: Analysis, idf: Idf, table: TermTable): Row => {
  const numberOf = termNumbers(table);
  const keys: number[] = [];
  const weights: number[] = [];
  for (const [term, weight] of terms) {
    keys.push(numberOf(term));
    weights.push(weight * idf(term));
  }
  return { keys, weights };
};

/**
 * Cosine similarity over weighted terms and over character trigrams.
 * @param questions those of one owner follow each other
 */
export const createQuestionBank = (
  questions: readonly BankedQuestion[],
  idf: Idf,
  index: BankIndex = buildBank(questions, idf),
): QuestionBank => {
  const similarity = {
    words: new Float64Array(index.words.rows),
    trigrams: new Float64Array(index.trigrams.rows),
  };
  return {
    questions,
    owners: Uint32Array.from(questions, ({ owner }) => owner),
    compare: (analysis) => {
      similarityTo(index.words, weighed(analysis, idf, index.terms), similarity.words);
      similarityTo(index.trigrams, trigramsOf(analysis), similarity.trigrams);
      return similarity;
    },
  };
};
