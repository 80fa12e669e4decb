import type { Lang } from '../answer/answer.ts';
import type { RuleBook } from '../corpus/rule-book.ts';
import type { Frame, FrameReader } from '../reading/frame.ts';
import type { SearchEngine } from '../search/engine.ts';
import type { Ranking } from '../search/ranking.ts';
import type { CardRanker, RankedCard } from './card-ranker.ts';
import { languageOf } from './language.ts';
import { lookupOf, type RuleLookup } from './rule-lookup.ts';
import type { Topic } from './schemas.ts';
import { topicOf } from './topic.ts';

/** What a message asks, read once and passed on: nothing after it reads the text again. */
export interface Reading {
  readonly frame: Frame;
  readonly lang: Lang;
  readonly ranking: Ranking;
  /** Rules asked for by number. */
  readonly references: RuleLookup;
  /** Cards that come near, best first. */
  readonly cards: readonly RankedCard[];
  /** Subject that the texts may not cover, or null. */
  readonly topic: Topic | null;
}

export type Reader = (message: string, lang?: Lang) => Reading;

interface Parts {
  readonly readFrame: FrameReader;
  readonly engine: SearchEngine;
  readonly cards: CardRanker;
  readonly book: Pick<RuleBook, 'has'>;
  readonly topics: readonly Topic[];
}

/** Pure: the same message gives the same reading. */
export const createReader =
  ({ readFrame, engine, cards, book, topics }: Parts): Reader =>
  (message, wanted) => {
    const frame = readFrame(message);
    const ranking = engine.rank(frame.core);
    return {
      frame,
      lang: wanted ?? languageOf(frame.core === '' ? message : frame.core),
      ranking,
      references: lookupOf(ranking.question, book),
      cards: cards.rank(ranking),
      topic: topicOf(topics, ranking.question.folded),
    };
  };
