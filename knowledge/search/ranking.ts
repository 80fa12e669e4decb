import type { Analysis } from './analysis.ts';
import type { Entry } from './entries.ts';
import type { BankedQuestion } from './question-bank.ts';
import type { Repair } from './typos.ts';
import type { Signals } from './weights.ts';

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
