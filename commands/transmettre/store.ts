import { HOUR } from '../../knowledge/dates/spans.ts';
/** A question that may go, or went, to a referent. */
export interface Referral {
  /** Message that asks it; of an edited one, the first version. */
  readonly eventId: string;
  readonly roomId: string;
  readonly thread: string | null;
  readonly sender: string;
  /** Null once it was sent or declined: the text is kept no longer. */
  readonly text: string | null;
  readonly sent: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Where referrals live, across restarts. */
export interface ReferralStore {
  /** A question once sent stays as it is. */
  save(referral: Referral): Promise<void>;
  ofEvent(eventId: string): Promise<Referral | null>;
  /** The latest of a person in a room that was neither sent nor declined since `after` (epoch milliseconds). */
  pending(roomId: string, sender: string, after: number): Promise<Referral | null>;
  remove(eventId: string): Promise<void>;
  /** Forgets what was not sent before `pendingBefore`, and what was before `sentBefore` (epoch milliseconds). */
  forget(terms: { readonly pendingBefore: number; readonly sentBefore: number }): Promise<void>;
}

/** Milliseconds during which a question may still be sent. */
export const PENDING_LASTS = HOUR;
