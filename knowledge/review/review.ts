import { createHash } from 'node:crypto';
import type { Corpus } from '../corpus/corpus.ts';
import type { Card } from '../question/schemas.ts';

/**
 * Where a card stands with those who read it against the texts: nobody has, its words changed since,
 * a passage that it quotes changed around the quotation, or it is as it was read.
 */
export type ReviewState = 'never' | 'card-changed' | 'passage-changed' | 'reviewed';

/** What is reviewed of a card: its title, its sentences with their quotations, and the passages behind them. */
export const reviewState = (card: Card, corpus: Pick<Corpus, 'passages'>): ReviewState => {
  if (card.reviewed === undefined) return 'never';
  const [words, passages] = card.reviewed.hash.split('-');
  if (words !== wordsHash(card)) return 'card-changed';
  return passages === passagesHash(card, corpus) ? 'reviewed' : 'passage-changed';
};

/** How many cards there are, and how many of them were read against the texts. */
export const reviewCount = (corpus: Pick<Corpus, 'passages'>, cards: readonly Card[]) => ({
  all: cards.length,
  read: cards.filter((card) => reviewState(card, corpus) === 'reviewed').length,
});

/** Whether the card of that id was read against the texts in every language it has, and neither changed since. */
export const reviewedIn = (
  corpus: Pick<Corpus, 'passages'>,
  cards: readonly Card[],
): ((id: string) => boolean) => {
  const unread = new Set(
    cards.filter((card) => reviewState(card, corpus) !== 'reviewed').map(({ id }) => id),
  );
  return (id) => !unread.has(id);
};

/** The `hash` of a review made now: of the card's words, then of the whole passages that it quotes. */
export const reviewHash = (card: Card, corpus: Pick<Corpus, 'passages'>): string =>
  `${wordsHash(card)}-${passagesHash(card, corpus)}`;

const wordsHash = ({ title, sentences }: Card): string =>
  digest([
    title,
    sentences.map(({ text, citations }) => [text, citations.map(({ passage, quote }) => [passage, quote])]),
  ]);

const passagesHash = ({ sentences }: Card, { passages }: Pick<Corpus, 'passages'>): string => {
  const ids = sentences.flatMap(({ citations }) => citations.map(({ passage }) => passage));
  return digest([...new Set(ids)].toSorted().map((id) => [id, passages.get(id)?.text ?? null]));
};

const digest = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);
