/** Exit codes of the process, for supervisors: each cause that an operator must treat has its own. */
export const exitCodes = {
  /** Command line that cannot be understood. */
  usage: 64,
  /** Texts or data files of the corpus that cannot be read. */
  texts: 65,
  configuration: 78,
  storage: 74,
  alreadyRunning: 75,
  tokenRevoked: 81,
  accountExpired: 82,
  accountDeactivated: 83,
  encryptionLost: 84,
} as const;

/**
 * Something that only the operator can put right. `message` is the French text to show as is:
 * what was found and what to do, never a secret, never a stack trace.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
  readonly exitCode: number;

  constructor(message: string, exitCode: number, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.exitCode = exitCode;
  }
}
