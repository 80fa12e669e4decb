import type { Corpus } from '../../knowledge/corpus/corpus.ts';
import type { QuestionItem } from '../../test/eval/question-set.ts';
import { covers } from '../../test/eval/score.ts';
import type { Ask, Best } from './engines.ts';

/** Shares from 0 to 1. */
export interface Quality {
  /** Of the questions that the texts answer: the first passage answers. */
  readonly hit1: number;
  /** Of those that they do not: none is given. */
  readonly rightlyRefused: number;
  readonly wronglyRefused: number;
}

/** Answerable questions that a threshold may refuse on the questions that it is set on. */
const WRONG = 0.02;

/**
 * The score below which an engine is taken to refuse: the highest that refuses 2 % of what the texts answer. An engine
 * without scores refuses only where it finds nothing.
 */
export const thresholdOf = (items: readonly QuestionItem[], found: readonly (Best | null)[]): number => {
  const scores = items
    .flatMap(({ answerable }, at) => (answerable ? [found[at]?.score ?? Number.NEGATIVE_INFINITY] : []))
    .sort((a, b) => a - b);
  return scores[Math.floor(scores.length * WRONG)] ?? Number.NEGATIVE_INFINITY;
};

export const qualityOf = (
  corpus: Corpus,
  items: readonly QuestionItem[],
  found: readonly (Best | null)[],
  threshold: number,
): Quality => {
  const refuses = (best: Best | null | undefined): boolean =>
    best === null || best === undefined || (best.score !== null && best.score < threshold);
  const share = (some: readonly number[], holds: (at: number) => boolean): number =>
    some.filter(holds).length / Math.max(1, some.length);
  const answerable = [...items.keys()].filter((at) => items[at]?.answerable === true);
  const others = [...items.keys()].filter((at) => items[at]?.answerable === false);
  return {
    hit1: share(answerable, (at) => isRight(corpus, items[at], found[at] ?? null)),
    rightlyRefused: share(others, (at) => refuses(found[at])),
    wronglyRefused: share(answerable, (at) => refuses(found[at])),
  };
};

/** By the measure of our own answers; the passage counts whole, or its translation. */
const isRight = (corpus: Corpus, item: QuestionItem | undefined, best: Best | null): boolean => {
  const passage = corpus.passages.get(best?.id ?? '');
  const translation = corpus.passages.get(passage?.translation ?? '');
  return [passage, translation].some(
    (one) =>
      one !== undefined &&
      item?.gold.some((gold) =>
        covers({ document: one.documentId, anchor: one.anchor, quote: one.text }, gold),
      ) === true,
  );
};

/** The best passages for questions, one after the other. */
export const askAll = async (ask: Ask, questions: readonly string[]): Promise<readonly (Best | null)[]> => {
  const found: (Best | null)[] = [];
  for (const question of questions) found.push(await ask(question));
  return found;
};
