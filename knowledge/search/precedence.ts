import type { Entry } from './index/entries.ts';

/** One text that yields to another on a point: the FAQ's « plus de 50 % » to R6's « au moins 50 % ». */
export interface Precedence {
  readonly passage: string;
  readonly yieldsTo: string;
}

/** Within this share of the lower text's score, the higher text goes first. */
const CLOSE_BEHIND = 0.8;

/** Where two texts answer alike, puts the one that prevails first when it is close behind the other: changes `scores`. */
export const createPrecedenceRule = (
  entries: readonly Entry[],
  precedences: readonly Precedence[],
): ((scores: Float64Array) => void) => {
  const indexOf = new Map(entries.map(({ passage }, at) => [passage.id, at]));
  const pairs = precedences.flatMap(({ passage, yieldsTo }) => {
    const low = indexOf.get(passage);
    const high = indexOf.get(yieldsTo);
    return low === undefined || high === undefined ? [] : [{ low, high }];
  });
  return (scores) => {
    for (const { low, high } of pairs) {
      const [lower = 0, higher = 0] = [scores[low], scores[high]];
      if (higher < lower && higher >= lower * CLOSE_BEHIND) scores[high] = lower + 1e-6;
    }
  };
};
