/** What was measured of an engine. */
export interface PeerRow {
  readonly name: string;
  readonly version: string | null;
  /** Given the texts alone, our sample questions too, or our whole answer. */
  readonly kind: 'bare' | 'questions' | 'ours';
  /** Milliseconds of processor. */
  readonly build: number;
  /** Milliseconds of the clock. */
  readonly p50: number;
  readonly p99: number;
  /** Megabytes of the heap of Node. */
  readonly memory: number;
  /** Shares from 0 to 1, of held-out questions. */
  readonly hit1: number;
  readonly rightlyRefused: number;
  readonly wronglyRefused: number;
}
