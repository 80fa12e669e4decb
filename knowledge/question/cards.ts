import type { Citation, Lang } from '../answer/answer.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Card } from './schemas.ts';

export interface SourcedSentence {
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** A card whose every quotation was found in the corpus: what answers one thing that people ask. */
export interface SourcedCard {
  readonly id: string;
  readonly lang: Lang;
  readonly title: string;
  /** First way to ask it: how it is offered as a choice. */
  readonly asked: string;
  readonly passages: readonly string[];
  readonly sentences: readonly SourcedSentence[];
}

/** One subject, in the languages in which it has a card. */
export interface CardSubject {
  readonly id: string;
  readonly versions: ReadonlyMap<Lang, SourcedCard>;
  /** Every passage that one of its versions names. */
  readonly passages: ReadonlySet<string>;
  /** Those that prove the first sentence of one of them. */
  readonly proofs: readonly string[];
  /** Ways to ask it: its own, in every language. */
  readonly questions: readonly string[];
}

/** Cards with a quotation that is not in the corpus are left out; `npm run check:knowledge` names them. */
export const sourceCards = (corpus: Corpus, cards: readonly Card[]): readonly CardSubject[] => {
  const sourced = cards.flatMap((card) => {
    const version = source(corpus, card);
    return version === null ? [] : [{ card, version }];
  });
  return [...Map.groupBy(sourced, ({ card }) => card.id)].map(([id, versions]) => ({
    id,
    versions: new Map(versions.map(({ version }) => [version.lang, version])),
    passages: new Set(versions.flatMap(({ version }) => version.passages)),
    proofs: versions.flatMap(({ version }) => proofsOf(version)),
    questions: versions.flatMap(({ card }) => [card.title, ...card.questions]),
  }));
};

const proofsOf = ({ sentences: [first] }: SourcedCard): readonly string[] =>
  first?.citations.map(({ passageId }) => passageId) ?? [];

const source = (corpus: Corpus, card: Card): SourcedCard | null => {
  const sentences = card.sentences.map(({ text, citations }) => ({
    text,
    citations: citations.flatMap(({ passage, quote }) => citeIfFound(corpus, passage, quote) ?? []),
  }));
  const whole = sentences.every(
    ({ citations }, at) => citations.length === card.sentences[at]?.citations.length,
  );
  const asked = card.questions[0] ?? card.title;
  return whole
    ? { id: card.id, lang: card.lang, title: card.title, asked, passages: card.passages, sentences }
    : null;
};

const citeIfFound = (corpus: Corpus, passage: string, quote: string): Citation | null =>
  corpus.passages.get(passage)?.text.includes(quote) === true ? corpus.cite(passage, quote) : null;
