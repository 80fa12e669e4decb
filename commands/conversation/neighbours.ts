import { findAmounts } from '../../knowledge/amounts/find-amounts.ts';
import type { Lang } from '../../knowledge/answer/answer.ts';
import type { QuestionAnswerer } from '../../knowledge/question/answerer.ts';
import type { RankedCard } from '../../knowledge/question/card-ranker.ts';
import type { SourcedCard } from '../../knowledge/question/cards.ts';
import type { Turn } from './store.ts';

export interface Neighbour {
  readonly card: SourcedCard;
  readonly score: number;
  /** How near it is to the new words by themselves. */
  readonly alone: number;
}

/** How much the new words alone count, and being on the passages of the turn before; set on two-turn conversations. */
const ALONE = 0.6;
const NEAR = 0.3;
const LEAST = 0.6;
/** Below it, a card that others come near is only one of several guesses. */
const SURE = 1.5;
const MARGIN = 0.15;

/** Cards that the new words may ask for, by the subject and the passages of the turn before, best first. */
export const neighbours = (
  core: string,
  subject: string,
  before: Turn,
  lang: Lang,
  read: QuestionAnswerer['read'],
): readonly Neighbour[] => {
  const alone = new Map(read(core, lang).cards.map((card) => [card.subject.id, card.score]));
  return read(`${core} ${subject}`, lang)
    .cards.filter(({ subject: { id } }) => id !== before.card)
    .flatMap(({ subject: { id, versions, passages }, score }) => {
      const card = versions.get(lang);
      if (card === undefined) return [];
      const isNear = before.passages.some((passage) => passages.has(passage));
      const own = alone.get(id) ?? 0;
      return [{ card, alone: own, score: score + ALONE * own + (isNear ? NEAR : 0) }];
    })
    .toSorted((a, b) => b.score - a.score)
    .filter(({ score }) => score >= LEAST);
};

/** Whether the first one may be answered without asking back. */
export const isSure = ([best, second]: readonly Neighbour[]): boolean =>
  best !== undefined && (best.score >= SURE || best.score - (second?.score ?? 0) >= MARGIN);

/** The card, on a passage of the turn before, whose first sentence gives a sum: the one that answered, else the nearest. */
export const amountIn = (
  previous: SourcedCard | null,
  near: readonly Neighbour[],
  { passages }: Turn,
): string | null => {
  const givesSum = ({ sentences: [first] }: SourcedCard): boolean =>
    findAmounts(first?.text ?? '').length > 0;
  if (previous !== null && givesSum(previous)) return previous.id;
  const found = near.find(({ card }) => givesSum(card) && card.passages.some((id) => passages.includes(id)));
  return found?.card.id ?? null;
};

/** The card that rests on most of the passages that were quoted; undefined when none does. */
export const onPassages = (cards: readonly RankedCard[], { passages }: Turn): RankedCard | undefined => {
  const shared = ({ subject }: RankedCard): number =>
    passages.filter((id) => subject.passages.has(id)).length / Math.max(1, subject.passages.size);
  return cards.filter((card) => shared(card) > 0).toSorted((a, b) => shared(b) - shared(a))[0];
};
