import { DecryptionErrorCode } from '@matrix-org/matrix-sdk-crypto-wasm';

export type CryptoStoreErrorCode =
  | 'not-configured'
  | 'unreadable'
  | 'locked'
  | 'corrupt'
  | 'unknown-schema'
  | 'wrong-key'
  | 'other-device'
  | 'commit-failed';

/** The crypto store cannot be used. `bot/matrix/encryption/explain.ts` says it in French, with what to do. */
export class CryptoStoreError extends Error {
  readonly code: CryptoStoreErrorCode;

  constructor(code: CryptoStoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CryptoStoreError';
    this.code = code;
  }
}

/** A room event that could not be decrypted, or must not be trusted. `code` is a name of `DecryptionErrorCode`. */
export class DecryptionError extends Error {
  readonly code: keyof typeof DecryptionErrorCode;
  /** Why the sender gave us no key (`m.unverified`…), when it said so. */
  readonly withheld: string | null;

  constructor(code: keyof typeof DecryptionErrorCode, message: string, withheld: string | null = null) {
    super(message);
    this.name = 'DecryptionError';
    this.code = code;
    this.withheld = withheld;
  }
}

/** The bindings throw a `MegolmDecryptionError`, which is no Error; anything else passes as it is. */
export function toDecryptionError(thrown: unknown): unknown {
  if (thrown instanceof Error || typeof thrown !== 'object' || thrown === null) return thrown;
  const { code, description, withheldCode } = thrown as Record<string, unknown>;
  const name = typeof code === 'number' ? DecryptionErrorCode[code] : undefined;
  return new DecryptionError(
    (name ?? 'UnableToDecrypt') as keyof typeof DecryptionErrorCode,
    typeof description === 'string' ? description : 'cannot be decrypted',
    typeof withheldCode === 'string' ? withheldCode : null,
  );
}

/**
 * The Rust code panicked: its promise never settles and the machine is unusable. It reaches the process as an
 * uncaught exception; the only answer is to end the process, for its supervisor to start it again.
 */
export function isWasmPanic(error: unknown): boolean {
  return error instanceof Error && error.name === 'RuntimeError';
}
