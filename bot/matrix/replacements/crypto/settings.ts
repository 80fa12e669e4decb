import { CryptoStoreError } from './errors.ts';

export interface CryptoStoreSettings {
  /** 32 bytes; encrypts what the store holds. */
  readonly key: Uint8Array;
  /** What is in memory can never be saved: must log and end the process. */
  readonly onFatal: (error: CryptoStoreError) => void;
  /** The disk is full, failing or read-only; what is to be saved is tried again, and this told, every second. */
  readonly onTrouble: (error: CryptoStoreError) => void;
}

let settings: CryptoStoreSettings | null = null;

/** Says how to open the crypto store; to be called before `MatrixClient.start()`, which opens it. */
export function configureCryptoStore(given: CryptoStoreSettings): void {
  if (given.key.length !== 32) {
    throw new RangeError(`The key of the crypto store has ${given.key.length} bytes, 32 are needed`);
  }
  settings = given;
}

/** Throws `CryptoStoreError` `not-configured`: an unencrypted store must not come from a forgotten call. */
export function cryptoStoreSettings(): CryptoStoreSettings {
  if (settings === null) {
    throw new CryptoStoreError('not-configured', 'Call configureCryptoStore() before starting the client');
  }
  return settings;
}
