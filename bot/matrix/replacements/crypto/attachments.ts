import * as wasm from '@matrix-org/matrix-sdk-crypto-wasm';

export class EncryptedAttachment {
  readonly encryptedData: Uint8Array;
  /** JSON: keys and hashes of `EncryptedFile`, without its URL. */
  readonly mediaEncryptionInfo: string;

  constructor(encryptedData: Uint8Array, mediaEncryptionInfo: string) {
    this.encryptedData = encryptedData;
    this.mediaEncryptionInfo = mediaEncryptionInfo;
  }
}

/** `Attachment` of the native package: two functions in the guise of a class. */
export const Attachment = {
  encrypt(bytes: Uint8Array): EncryptedAttachment {
    const encrypted = wasm.Attachment.encrypt(bytes);
    const info = encrypted.mediaEncryptionInfo;
    if (info === undefined) throw new Error('Attachment without encryption info');
    return new EncryptedAttachment(encrypted.encryptedData, info);
  },

  /** Throws when the bytes are not those that were encrypted. */
  decrypt({ encryptedData, mediaEncryptionInfo }: EncryptedAttachment): Uint8Array {
    return wasm.Attachment.decrypt(new wasm.EncryptedAttachment(encryptedData, mediaEncryptionInfo));
  },
};
