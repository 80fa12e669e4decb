import type { Citation, Lang } from '../answer/answer.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { SearchEngine } from '../search/engine.ts';
import { type BankedQuestion, createQuestionBank } from '../search/index/question-bank.ts';
import type { Ranking } from '../search/ranking.ts';
import type { Analysis } from '../search/text/analysis.ts';
import type { Card } from './schemas.ts';

/** A card whose every quotation was found in the corpus. */
export interface SourcedCard {
  readonly id: string;
  readonly lang: Lang;
  readonly title: string;
  readonly passages: ReadonlySet<string>;
  readonly sentences: readonly { readonly text: string; readonly citations: readonly Citation[] }[];
}

/** The card that fits a question, or null. */
export type CardFinder = (ranking: Ranking, lang: Lang) => SourcedCard | null;

/** Alone, a question of the card must be this like the one asked… */
const SAME_QUESTION = 0.62;
/** …and this like when the first passage is one that the card names. */
const CONFIRMED = 0.4;

/** Cards with a quotation that is not in the corpus are left out; `npm run check:knowledge` names them. */
export const createCardFinder = (
  corpus: Corpus,
  cards: readonly Card[],
  { analyze, statistics }: Pick<SearchEngine, 'analyze' | 'statistics'>,
): CardFinder => {
  const sourced = cards.flatMap((card) => source(corpus, card) ?? []);
  const questions = cards
    .filter(({ id, lang }) => sourced.some((card) => card.id === id && card.lang === lang))
    .flatMap((card, owner): BankedQuestion[] =>
      [card.title, ...card.questions].map((text) => ({ text, owner, analysis: analyze(text) })),
    );
  const bank = createQuestionBank(questions, statistics.rarity);

  return ({ question, ranked }, lang) => {
    const first = ranked[0]?.entry.passage.id ?? '';
    let best: { card: SourcedCard; likeness: number } | null = null;
    for (const [at, likeness] of likenesses(bank, question)) {
      const card = sourced[bank.questions[at]?.owner ?? -1];
      if (card === undefined || card.lang !== lang || likeness <= (best?.likeness ?? 0)) continue;
      if (likeness >= (card.passages.has(first) ? CONFIRMED : SAME_QUESTION)) best = { card, likeness };
    }
    return best?.card ?? null;
  };
};

const likenesses = (bank: ReturnType<typeof createQuestionBank>, question: Analysis) =>
  bank.compare(question).words.entries();

const source = (corpus: Corpus, card: Card): SourcedCard | null => {
  const sentences = card.sentences.map(({ text, citations }) => ({
    text,
    citations: citations.flatMap(({ passage, quote }) => citeIfFound(corpus, passage, quote) ?? []),
  }));
  const whole = sentences.every(
    ({ citations }, at) => citations.length === card.sentences[at]?.citations.length,
  );
  return whole
    ? { id: card.id, lang: card.lang, title: card.title, passages: new Set(card.passages), sentences }
    : null;
};

const citeIfFound = (corpus: Corpus, passage: string, quote: string): Citation | null =>
  corpus.passages.get(passage)?.text.includes(quote) === true ? corpus.cite(passage, quote) : null;
