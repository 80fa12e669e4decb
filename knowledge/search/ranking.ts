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
  /** Every entry, best first. */
  readonly ranked: readonly Ranked[];
}
