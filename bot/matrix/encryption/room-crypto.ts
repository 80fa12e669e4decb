import type { MessageContent } from '../events/content.ts';

/** Why an encrypted event cannot be read. */
export class Undecryptable extends Error {
  override readonly name = 'Undecryptable';
  /** `forged`: the sender is not who the key says; never to be read. `locked`: a key may still come. */
  readonly reason: 'locked' | 'forged';
  readonly code: string;

  constructor(reason: 'locked' | 'forged', code: string) {
    super(`event cannot be read: ${code}`);
    this.reason = reason;
    this.code = code;
  }
}

/** Code of the failure of `isEncrypted` when timeline and state of the room say the opposite. */
export const CONTRADICTED = 'contradicted-encryption';

/** What the transport needs of encryption. */
export interface RoomCrypto {
  /** The event in clear, with id, sender and date of the envelope. @throws Undecryptable */
  decrypt(roomId: string, event: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** Whether what is sent to this room must be encrypted. Throws when it cannot tell: then nothing is sent. */
  isEncrypted(roomId: string): Promise<boolean>;
  /** Content of the `m.room.encrypted` event; shares the key with the devices of the room first. */
  encrypt(roomId: string, type: string, content: MessageContent): Promise<MessageContent>;
}
