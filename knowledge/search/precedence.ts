import type { Entry } from './index/entries.ts';
import type { Ranked } from './ranking.ts';

/** One text that yields to another on a point: the FAQ's « plus de 50 % » to R6's « au moins 50 % ». */
export interface Precedence {
  readonly passage: string;
  readonly yieldsTo: string;
}

/** Within this share of the lower text's score, the higher text goes first. */
const CLOSE_BEHIND = 0.8;

/** Where two texts answer alike, puts the one that prevails first when it is close behind the other. */
export const createPrecedenceRule = (
  entries: readonly Entry[],
  precedences: readonly Precedence[],
): ((ranked: readonly Ranked[]) => readonly Ranked[]) => {
  const indexOf = new Map(entries.map(({ passage }, at) => [passage.id, at]));
  return (ranked) => {
    const result = [...ranked];
    for (const { passage, yieldsTo } of precedences) {
      const upper = indexOf.get(yieldsTo);
      const low = result[indexOf.get(passage) ?? -1];
      const high = result[upper ?? -1];
      if (upper === undefined || low === undefined || high === undefined) continue;
      if (high.score >= low.score || high.score < low.score * CLOSE_BEHIND) continue;
      result[upper] = { ...high, score: low.score + 1e-6 };
    }
    return result;
  };
};
