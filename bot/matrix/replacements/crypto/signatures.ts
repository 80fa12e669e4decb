import * as wasm from '@matrix-org/matrix-sdk-crypto-wasm';
import type { UserId } from './ids.ts';

interface Signed {
  readonly isValid: boolean;
  readonly signature: { toBase64(): string };
}

/** `Signatures` of the native package: a plain record per user, where the bindings have a Map and methods. */
export class Signatures {
  readonly #signatures: wasm.Signatures;

  constructor(signatures: wasm.Signatures) {
    this.#signatures = signatures;
  }

  get(user: UserId): Record<string, Signed> {
    const found = this.#signatures.get(new wasm.UserId(user.toString())) ?? new Map();
    return Object.fromEntries([...found].map(([keyId, signature]) => [keyId, plain(signature)]));
  }
}

function plain(signature: wasm.MaybeSignature): Signed {
  const base64 = signature.signature?.toBase64() ?? '';
  return { isValid: signature.isValid(), signature: { toBase64: () => base64 } };
}
