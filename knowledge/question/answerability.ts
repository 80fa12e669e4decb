import type { RankedCard } from './card-ranker.ts';
import type { Reading } from './reading.ts';
import type { Topic } from './schemas.ts';

/** What can be said to a question; `confidence` is the log-odds that the texts answer it. */
export type Answerability = { readonly confidence: number } /** Greetings, thanks, help: no question. */ & (
  | { readonly state: 'talk' }
  /** Rules asked for by their numbers. */
  | { readonly state: 'rules' }
  | { readonly state: 'card'; readonly card: RankedCard }
  | { readonly state: 'passages' }
  /** Two readings come near, or none is sure: to be asked back. */
  | { readonly state: 'unsure'; readonly choices: readonly RankedCard[] }
  | { readonly state: 'near'; readonly code: string }
  | { readonly state: 'outside'; readonly code: string; readonly topic: Topic | null }
);

export interface AnswerabilityRules {
  readonly topics: readonly Topic[];
  /** Log-odds that the texts answer the question. */
  confidence(reading: Reading): number;
}

/** Scores of cards and log-odds, set on the trade-off that `npm run fit:refusal` prints; see docs/evaluation.md. */
export const LIMITS = {
  /** A card this high is the answer, unless the texts do not hold the detail asked for. */
  card: 0.74,
  /** Two cards that come near are asked back below it. */
  sure: 0.9,
  /** A card between the two is offered as a choice. */
  choice: 0.6,
  /** Two cards this close are two readings. */
  margin: 0.02,
  /** Below it the texts do not answer, whatever comes near. */
  answers: -1.4,
  /** Below it even the nearest are not offered. */
  near: -2.4,
  /** Above it a topic only gives way: the texts clearly answer. */
  clear: 2,
  /** This like a sample question, a question is that one. */
  same: 0.85,
} as const;

/** Choices offered at most. */
export const MOST_CHOICES = 4;

/** Decides by evidence; a topic refuses by itself only what it calls firm (injections, drafting, deciding). */
export const decideAnswerability = (reading: Reading, rules: AnswerabilityRules): Answerability => {
  const { frame, ranking, references, cards } = reading;
  const { known, unknown, whole } = references;
  if (frame.kind !== 'question') return { state: 'talk', confidence: 0 };
  const confidence = rules.confidence(reading);
  if (unknown.length > 0 && known.length === 0)
    return { state: 'outside', code: 'regle-inconnue', topic: null, confidence };
  if (whole) return { state: 'rules', confidence };
  const topic = rules.topics.find((one) => matches(one, ranking.question.folded)) ?? null;
  if (topic?.firm === true) return { state: 'outside', code: topic.code, topic, confidence };
  const [best, second] = cards;
  const same = Math.max(ranking.ranked[0]?.signals.nearest ?? 0, best?.signals.nearest ?? 0) >= LIMITS.same;
  if (topic !== null && !same && confidence < LIMITS.clear)
    return { state: 'outside', code: topic.code, topic, confidence };
  const answered = same || confidence >= LIMITS.answers || known.length > 0;
  if (answered && best !== undefined && best.score >= LIMITS.card) {
    const rival = second !== undefined && best.score - second.score < LIMITS.margin && !same;
    return rival && best.score < LIMITS.sure
      ? { state: 'unsure', choices: choicesOf(cards), confidence }
      : { state: 'card', card: best, confidence };
  }
  if (answered) return { state: 'passages', confidence };
  const choices = choicesOf(cards);
  if (confidence >= LIMITS.near && choices.length > 1) return { state: 'unsure', choices, confidence };
  return confidence >= LIMITS.near
    ? { state: 'near', code: 'proche', confidence }
    : { state: 'outside', code: 'hors-corpus', topic: null, confidence };
};

const choicesOf = (cards: readonly RankedCard[]): readonly RankedCard[] =>
  cards.filter(({ score }) => score >= LIMITS.choice).slice(0, MOST_CHOICES);

const matches = ({ patterns, unless }: Topic, folded: string): boolean =>
  patterns.some((pattern) => pattern.test(folded)) && !unless.some((pattern) => pattern.test(folded));
