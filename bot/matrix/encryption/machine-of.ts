import type { OlmMachine } from '@matrix-org/matrix-sdk-crypto-nodejs';
import type { MatrixClient } from '../http/sdk.ts';

/**
 * The machine behind a client whose `crypto.prepare()` has run. It is private in matrix-bot-sdk 0.8: this is the one
 * place that reaches for it. Throws when the client has no encryption, or is not prepared.
 */
export const machineOf = (client: MatrixClient): OlmMachine => {
  const crypto = client.crypto as unknown as { engine?: { machine?: OlmMachine } } | undefined;
  const machine = crypto?.engine?.machine;
  if (machine === undefined) throw new Error('Encryption is not ready: call client.crypto.prepare() first');
  return machine;
};
