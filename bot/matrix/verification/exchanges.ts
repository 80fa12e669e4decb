import { randomInt } from 'node:crypto';
import type { VerificationRequest, VerificationStage } from '@matrix-org/matrix-sdk-crypto-nodejs';
import type { End } from './wording.ts';

/** A verification that an operator decides on. Kept in memory only, as the machine does: a restart ends it. */
export interface Exchange {
  /** What operators call it. */
  readonly code: string;
  readonly person: string;
  /** Transaction between devices, or event of a room. */
  readonly flowId: string;
  /** Where the person is told what happens; null: nowhere. */
  readonly roomId: string | null;
  readonly request: VerificationRequest;
  /** The operators have been given the emoji. */
  shown: boolean;
  /** An operator has said no. */
  refused: boolean;
}

/** Letters and digits that nobody takes for one another, read aloud or on a screen. */
const LETTERS = 'ACDEFGHJKLMNPQRTUVWXY34679';
const LENGTH = 4;

export const newCode = (): string =>
  Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** Cause of a message to the operators; a reaction under it decides. */
export const causeOf = (code: string, step: 'asked' | 'shown' | 'end' | 'told'): string =>
  `verification/${code}/${step}`;

/** How a verification that is over has ended; null while it goes on. */
export const endOf = (
  stage: VerificationStage,
  { refused, shown }: Pick<Exchange, 'refused' | 'shown'>,
): End | null => {
  if (stage.kind === 'done') return 'done';
  if (stage.kind !== 'cancelled') return null;
  if (ALARMS.has(stage.code)) return 'alarm';
  if (refused) return shown ? 'alarm' : 'refused';
  if (stage.code === 'm.timeout') return 'expired';
  return stage.byUs
    ? 'failed'
    : stage.code === 'm.user' || stage.code === 'm.accepted'
      ? 'withdrawn'
      : 'failed';
};

const ALARMS = new Set(['m.mismatched_sas', 'm.key_mismatch', 'm.mismatched_commitment', 'm.user_mismatch']);
