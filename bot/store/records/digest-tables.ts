/** Tables of the digests. Dates are ISO 8601 local dates, instants epoch milliseconds. */
export interface DigestSchema {
  digest_subscriptions: SubscriptionTable;
  digest_runs: RunTable;
  digest_listed: ListedTable;
  digest_told: ToldTable;
  digest_silences: SilenceTable;
}

interface SubscriptionTable {
  room_id: string;
  weekday: number;
  minute: number;
  since: number;
  paused_until: string | null;
  author: string;
}

export type RunState =
  /** Written down, to be handed to the transport. */
  | 'planned'
  /** Handed to the transport. */
  | 'queued'
  /** There was nothing to say. */
  | 'empty'
  /** Missed for too long, or not allowed in that room. */
  | 'skipped';

interface RunTable {
  room_id: string;
  /** ISO week of a digest (`2026-W48`), date of a reminder (`2026-11-24`). */
  period: string;
  state: RunState;
  /** `Outgoing` as JSON while it is planned; else null. */
  outgoing: string | null;
  at: number;
}

/** Derogations that a message lists; forgotten with the message. */
interface ListedTable {
  room_id: string;
  cause: string;
  origin: string;
  number: number;
  at: number;
}

interface ToldTable {
  room_id: string;
  origin: string;
  number: number;
  due: string;
  stage: number;
  at: number;
}

interface SilenceTable {
  room_id: string;
  origin: string;
  number: number;
  due: string | null;
  stage: number | null;
  until: string | null;
  author: string;
  at: number;
  /** Message or reaction that asked for it. */
  cause: string | null;
}
