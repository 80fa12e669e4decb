import type { MessageContent } from '../events/content.ts';
import type { TchapClient } from '../http/client.ts';
import { EncryptedRoomEvent } from '../http/sdk.ts';
import { type RoomCrypto, Undecryptable } from './room-crypto.ts';

/** Encryption by a client that `guardEncryption` has made safe. */
export const sdkCrypto = (client: TchapClient): RoomCrypto => ({
  async decrypt(roomId, event) {
    try {
      return (await client.crypto.decryptRoomEvent(new EncryptedRoomEvent(event), roomId)).raw;
    } catch (error) {
      // By name: the SDK loads the encryption package on its own, and its classes are not ours.
      if (!(error instanceof Error) || error.name !== 'DecryptionError' || !('code' in error)) throw error;
      throw new Undecryptable(error.code === 'MismatchedSender' ? 'forged' : 'locked', String(error.code));
    }
  },
  isEncrypted: (roomId) => client.crypto.isRoomEncrypted(roomId),
  encrypt: async (roomId, type, content): Promise<MessageContent> => ({
    ...(await client.crypto.encryptRoomEvent(roomId, type, content)),
  }),
});
