import * as wasm from '@matrix-org/matrix-sdk-crypto-wasm';
import { DecryptionError } from './errors.ts';

export interface DecryptedEvent {
  /** JSON of the clear event. */
  readonly event: string;
  readonly sender: string;
  readonly senderDevice: string | null;
  /** Name of wasm's `ShieldStateCode` (`UnsignedDevice`, `UnknownDevice`…); null: nothing to say. */
  readonly shield: string | null;
}

/** Requiring cross-signed senders would refuse everybody who has not set it up. The sender is checked in `checked`. */
export function untrusted(): wasm.DecryptionSettings {
  return new wasm.DecryptionSettings(wasm.TrustRequirement.Untrusted);
}

export function checked(decrypted: wasm.DecryptedRoomEvent): DecryptedEvent {
  const { code, message } = decrypted.shieldState(false);
  if (code === wasm.ShieldStateCode.MismatchedSender) {
    throw new DecryptionError('MismatchedSender', message ?? 'forged sender');
  }
  return {
    event: decrypted.event,
    sender: decrypted.sender.toString(),
    senderDevice: decrypted.senderDevice?.toString() ?? null,
    shield: code === undefined ? null : (wasm.ShieldStateCode[code] ?? null),
  };
}
