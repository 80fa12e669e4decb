import type { SearchEngine } from '../search/engine.ts';
import { questionOf } from '../search/index/lazy-question.ts';
import { createNearness, nearestByOwner } from '../search/index/nearest.ts';
import { type BankedQuestion, type BankIndex, createQuestionBank } from '../search/index/question-bank.ts';
import { type Ranking, shareOf } from '../search/ranking.ts';
import { scoreFrom } from '../search/signals.ts';
import { remembering } from '../search/text/analysis.ts';
import type { CardSubject } from './cards.ts';

/** How well a card fits the question asked, each signal from 0 to 1. */
export interface CardSignals {
  /** Similarity to the nearest way to ask it, in words. */
  readonly nearest: number;
  /** Mean of its three nearest: a vote. */
  readonly nearestThree: number;
  readonly spelling: number;
  readonly spellingThree: number;
  /** Score of its best passage, as a share of the best passage of all. */
  readonly passage: number;
}

export interface RankedCard {
  readonly subject: CardSubject;
  readonly signals: CardSignals;
  readonly score: number;
  /** Every way to ask it. */
  readonly questions: readonly BankedQuestion[];
}

export interface CardRanker {
  /** Every card that comes near, best first. `without` leaves one sample question out, to measure on questions not seen. */
  rank(ranking: Ranking, without?: BankedQuestion): readonly RankedCard[];
  /** Every way to ask a card, with the number of its card. */
  readonly questions: readonly BankedQuestion[];
  readonly subjects: readonly CardSubject[];
  /** Those of one card, by its number. */
  questionsOf(card: number): readonly BankedQuestion[];
}

/** Set by hand while looking at the development questions; no fit has been shipped. */
export const CARD_WEIGHTS: Readonly<Record<keyof CardSignals, number>> = {
  nearest: 0.35,
  nearestThree: 0.35,
  spelling: 0.25,
  spellingThree: 0.25,
  passage: 0.45,
};

/** Every way to ask each card, in order: its own, and the sample questions that it answers. */
export const cardQuestionsOf = (
  subjects: readonly CardSubject[],
  sampleQuestions: ReadonlyMap<string, readonly string[]>,
  analyze: SearchEngine['analyze'],
): readonly BankedQuestion[] =>
  subjects.flatMap(({ id, questions: own }, owner) =>
    [...new Set([...own, ...(sampleQuestions.get(id) ?? [])])].map((text) =>
      questionOf(text, owner, analyze),
    ),
  );

/**
 * Compares a question with every way to ask each card.
 * @param index built of the same cards and questions; built here by default
 */
export const createCardRanker = (
  subjects: readonly CardSubject[],
  sampleQuestions: ReadonlyMap<string, readonly string[]>,
  { analyze, statistics, entryOf }: Pick<SearchEngine, 'analyze' | 'statistics' | 'entryOf'>,
  index?: BankIndex,
): CardRanker => {
  const questions = cardQuestionsOf(
    subjects,
    sampleQuestions,
    index === undefined ? remembering(analyze) : analyze,
  );
  const bank = createQuestionBank(questions, statistics.idf, index);
  const byOwner = Map.groupBy(questions, ({ owner }) => owner);
  const questionsOf = (card: number): readonly BankedQuestion[] => byOwner.get(card) ?? [];
  const passagesOf = subjects.map(({ passages }) =>
    Uint32Array.from([...passages].flatMap((id) => entryOf.get(id) ?? [])),
  );
  const near = createNearness(subjects.length);
  const passage = new Float64Array(subjects.length);
  const scores = new Float64Array(subjects.length);
  const rows = {
    nearest: near.best,
    nearestThree: near.meanOfThree,
    spelling: near.spelling,
    spellingThree: near.spellingOfThree,
    passage,
  };
  return {
    questions,
    subjects,
    questionsOf,
    rank: (ranking, without) => {
      const left = without === undefined ? -1 : questions.indexOf(without);
      nearestByOwner(bank.owners, bank.compare(ranking.question), left, near);
      for (const [at, entries] of passagesOf.entries()) passage[at] = highest(entries, ranking);
      scoreFrom(rows, scores, CARD_WEIGHTS);
      return subjects
        .map(
          (subject, at): RankedCard => ({
            subject,
            signals: {
              nearest: rows.nearest[at] ?? 0,
              nearestThree: rows.nearestThree[at] ?? 0,
              spelling: rows.spelling[at] ?? 0,
              spellingThree: rows.spellingThree[at] ?? 0,
              passage: passage[at] ?? 0,
            },
            score: scores[at] ?? 0,
            questions: questionsOf(at),
          }),
        )
        .sort((a, b) => b.score - a.score);
    },
  };
};

/** A plain loop, for it runs over every card at each question. */
const highest = (entries: Uint32Array, ranking: Ranking): number => {
  let most = 0;
  for (const entry of entries) most = Math.max(most, shareOf(ranking, entry));
  return most;
};
