/** What an operator decides on a verification: begin it, or say whether the emoji are the same. */
export type VerificationDecision = 'start' | 'yes' | 'no';

export type VerificationOutcome =
  /** The person's client is told to begin; the emoji come. */
  | 'started'
  | 'confirmed'
  | 'refused'
  /** No such code, or no longer. */
  | 'unknown'
  /** Confirmed before the emoji were shown. */
  | 'too-early'
  /** It had begun before. */
  | 'already'
  /** The homeserver does not answer. */
  | 'failed';

/** A verification that waits for an operator or for the person. */
export interface OpenVerification {
  readonly code: string;
  /** Matrix identifier. */
  readonly person: string;
  /** `shown`: the emoji are to be compared; `confirmed`: the person is to confirm too. */
  readonly stage: 'asked' | 'begun' | 'shown' | 'confirmed';
}

/** The verifications of the bot's keys that people have asked for. */
export interface Verifying {
  list(): readonly OpenVerification[];
  decide(code: string, decision: VerificationDecision): Promise<VerificationOutcome>;
}
