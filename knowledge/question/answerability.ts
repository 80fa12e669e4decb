import type { Ranking } from '../search/ranking.ts';
import type { Analysis } from '../search/text/analysis.ts';
import { lookupOf } from './rule-lookup.ts';
import type { Topic } from './schemas.ts';

/** Whether the passages found answer; `confidence` is the log-odds that they do. */
export type Decision =
  | { readonly state: 'answers'; readonly confidence: number }
  | { readonly state: 'near'; readonly code: string; readonly confidence: number }
  | {
      readonly state: 'outside';
      readonly code: string;
      readonly topic: Topic | null;
      readonly confidence: number;
    };

export interface RefusalRules {
  readonly topics: readonly Topic[];
  /** Log-odds that the ranking answers the question. */
  confidence(ranking: Ranking): number;
  /** Whether a card answers it. */
  hasCard(ranking: Ranking): boolean;
}

/** Above it a topic that is not firm gives way: the passages clearly answer. */
const CLEAR = 2;
/** Set on the trade-off that `npm run fit:refusal` prints. */
const ANSWERS = -1.4;
const NEAR = -2;
/** This like an authored question, a question is that one, however short. */
const SAME_QUESTION = 0.85;

export const decide = (ranking: Ranking, rules: RefusalRules): Decision => {
  const { question } = ranking;
  const confidence = rules.confidence(ranking);
  const { known, unknown, whole } = lookupOf(question);
  if (unknown.length > 0 && known.length === 0) {
    return { state: 'outside', code: 'regle-inconnue', topic: null, confidence };
  }
  if (whole) return { state: 'answers', confidence };
  const topic = rules.topics.find((one) => matches(one, question));
  if (topic !== undefined && (topic.firm || confidence < CLEAR)) {
    return { state: 'outside', code: topic.code, topic, confidence };
  }
  const sameQuestion = (ranking.ranked[0]?.signals.nearest ?? 0) >= SAME_QUESTION;
  if (confidence >= ANSWERS || sameQuestion || known.length > 0 || rules.hasCard(ranking))
    return { state: 'answers', confidence };
  return confidence >= NEAR
    ? { state: 'near', code: 'passages-voisins', confidence }
    : { state: 'outside', code: 'hors-corpus', topic: null, confidence };
};

const matches = ({ patterns, unless }: Topic, { folded }: Analysis): boolean =>
  patterns.some((pattern) => pattern.test(folded)) && !unless.some((pattern) => pattern.test(folded));
