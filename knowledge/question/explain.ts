import type { Lang } from '../answer/answer.ts';
import type { Signals } from '../search/signals.ts';
import type { Repair } from '../search/text/spelling.ts';
import type { Answerability } from './answerability.ts';
import type { CardSignals } from './card-ranker.ts';
import type { Reading } from './reading.ts';

/** Why an answer is what it is; plain data. */
export interface Explanation {
  readonly lang: Lang;
  /** The question as the engine reads it, then its terms with their weights. */
  readonly read: string;
  readonly terms: Readonly<Record<string, number>>;
  readonly repairs: readonly Repair[];
  readonly rules: readonly number[];
  readonly decision: Pick<Answerability, 'state' | 'confidence'> & { readonly code: string | null };
  /** The nearest cards, with why. */
  readonly cards: readonly { readonly id: string; readonly score: number; readonly signals: CardSignals }[];
  readonly ranking: readonly {
    readonly passage: string;
    readonly score: number;
    readonly signals: Signals;
    readonly nearest: string | null;
  }[];
}

/** Ranks explained. */
const EXPLAINED = 10;
const MOST_CARDS = 5;

export const explanationOf = (
  { lang, cards, ranking: { question, repairs, ranked } }: Reading,
  decision: Answerability,
): Explanation => ({
  lang,
  read: question.folded,
  terms: Object.fromEntries(question.terms),
  repairs,
  rules: question.rules,
  decision: {
    state: decision.state,
    confidence: decision.confidence,
    code: 'code' in decision ? decision.code : null,
  },
  cards: cards
    .slice(0, MOST_CARDS)
    .map(({ subject, score, signals }) => ({ id: subject.id, score, signals })),
  ranking: ranked.slice(0, EXPLAINED).map(({ entry, score, signals, nearest }) => ({
    passage: entry.passage.id,
    score,
    signals,
    nearest: nearest?.text ?? null,
  })),
});
