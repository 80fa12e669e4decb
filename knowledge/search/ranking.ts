import type { Entry } from './index/entries.ts';
import type { BankedQuestion } from './index/question-bank.ts';
import type { Signals } from './signals.ts';
import type { Analysis } from './text/analysis.ts';
import type { Repair } from './text/spelling.ts';

export interface Ranked {
  readonly entry: Entry;
  readonly score: number;
  readonly signals: Signals;
  /** Its authored question nearest to the one asked. */
  readonly nearest: BankedQuestion | null;
}

export interface Ranking {
  readonly question: Analysis;
  readonly repairs: readonly Repair[];
  /** The best entries, best first: as many as were asked for. */
  readonly ranked: readonly Ranked[];
  /** Score of every entry, by its number. */
  readonly scores: Float64Array;
}

/** Score of an entry as a share of that of the best one, from 0 to 1. */
export const shareOf = ({ ranked, scores }: Ranking, entry: number): number => {
  const most = ranked[0]?.score ?? 0;
  return most <= 0 ? 0 : Math.max(0, scores[entry] ?? 0) / most;
};

/** Numbers of the highest scores, highest first; the first of equal ones first. */
export const highestOf = (scores: Float64Array, most: number): readonly number[] => {
  if (most >= scores.length) return [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const best: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] ?? 0;
    if (best.length === most && score <= least) continue;
    if (best.length === most) best.pop();
    let place = best.length;
    while (place > 0 && (scores[best[place - 1] ?? 0] ?? 0) < score) place--;
    best.splice(place, 0, at);
    least = scores[best.at(-1) ?? 0] ?? 0;
  }
  return best;
};
