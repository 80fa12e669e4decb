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

/** Scores of cards and log-odds, set on the trade-off that `npm run fit:refusal` prints; see docs/evaluation.md. */
export const LIMITS = {
  /** A card this high is the answer, unless the texts do not hold the detail asked for. */
  card: 0.74,
  /** Two cards that come near are asked back below it. */
  sure: 0.9,
  /** A card between the two is offered as a choice. */
  choice: 0.6,
  /** Two cards this close, that rest on different words, are two readings. */
  margin: 0.03,
  /** Log-odds below which the nearest readings are offered, and none is taken. */
  answers: -0.8,
  /** Log-odds below which the texts do not answer, whatever comes near. */
  near: -1.2,
  /** A card this high is known too well to be refused or asked back for the words of the question… */
  well: 1.1,
  /** …down to these log-odds. */
  least: -3.5,
  /** This like a sample question, a question is that one. */
  same: 0.85,
} as const;

/** Choices offered at most. */
export const MOST_CHOICES = 4;

/**
 * Decides by evidence; a topic gives the reason of a refusal, and refuses by itself only what it calls firm
 * (injections, small talk, drafting).
 * @param confidenceOf log-odds that the texts answer the question; not asked where there is none
 */
export const decideAnswerability = (
  reading: Reading,
  confidenceOf: (reading: Reading) => number,
): Answerability => {
  const { frame, ranking, references, cards, topic } = reading;
  const { known, unknown, whole } = references;
  if (frame.kind !== 'question') return { state: 'talk', confidence: 0 };
  const confidence = confidenceOf(reading);
  if (unknown.length > 0 && known.length === 0)
    return { state: 'outside', code: 'regle-inconnue', topic: null, confidence };
  if (whole) return { state: 'rules', confidence };
  if (topic?.firm === true) return { state: 'outside', code: topic.code, topic, confidence };
  const [best, second] = cards;
  const same = Math.max(ranking.ranked[0]?.signals.nearest ?? 0, best?.signals.nearest ?? 0) >= LIMITS.same;
  const knownWell = best !== undefined && best.score >= LIMITS.well && confidence >= LIMITS.least;
  if (!knownWell && confidence < LIMITS.near)
    return { state: 'outside', code: topic?.code ?? 'hors-corpus', topic, confidence };
  const choices = choicesOf(cards);
  if (!same && !knownWell && confidence < LIMITS.answers)
    return choices.length > 1
      ? { state: 'unsure', choices, confidence }
      : { state: 'near', code: topic?.code ?? 'proche', confidence };
  if (best === undefined || best.score < LIMITS.card) return { state: 'passages', confidence };
  const rival =
    second !== undefined && best.score - second.score < LIMITS.margin && !same && !onSameWords(best, second);
  return rival && best.score < LIMITS.sure
    ? { state: 'unsure', choices, confidence }
    : { state: 'card', card: best, confidence };
};

/** Two cards whose first sentence one passage proves are one reading: either answers, and asking back would only delay it. */
const onSameWords = ({ subject: one }: RankedCard, { subject: other }: RankedCard): boolean =>
  one.proofs.some((passage) => other.proofs.includes(passage));

const choicesOf = (cards: readonly RankedCard[]): readonly RankedCard[] =>
  cards.filter(({ score }) => score >= LIMITS.choice).slice(0, MOST_CHOICES);
