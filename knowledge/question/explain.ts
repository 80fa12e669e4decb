import type { Lang } from '../answer/answer.ts';
import type { Ranking } from '../search/ranking.ts';
import type { Signals } from '../search/signals.ts';
import type { Repair } from '../search/text/spelling.ts';
import type { Decision } from './answerability.ts';

/** Why an answer is what it is; plain data. */
export interface Explanation {
  readonly lang: Lang;
  /** The question as the engine reads it, then its terms with their weights. */
  readonly read: string;
  readonly terms: Readonly<Record<string, number>>;
  readonly repairs: readonly Repair[];
  readonly rules: readonly number[];
  readonly decision: Pick<Decision, 'state' | 'confidence'> & { readonly code: string | null };
  readonly card: string | null;
  readonly ranking: readonly {
    readonly passage: string;
    readonly score: number;
    readonly signals: Signals;
    readonly nearest: string | null;
  }[];
}

/** Ranks explained. */
const EXPLAINED = 10;

export const explanationOf = (
  { question, repairs, ranked }: Ranking,
  decision: Decision,
  lang: Lang,
  card: string | null,
): Explanation => ({
  lang,
  read: question.folded,
  terms: Object.fromEntries(question.terms),
  repairs,
  rules: question.rules,
  decision: {
    state: decision.state,
    confidence: decision.confidence,
    code: decision.state === 'answers' ? null : decision.code,
  },
  card,
  ranking: ranked.slice(0, EXPLAINED).map(({ entry, score, signals, nearest }) => ({
    passage: entry.passage.id,
    score,
    signals,
    nearest: nearest?.text ?? null,
  })),
});
