/**
 * The part of matrix-sdk-crypto-nodejs 0.4 that matrix-bot-sdk 0.8 calls, over matrix-sdk-crypto-wasm, with a store on
 * the disk. See ../README.md.
 */
import { EncryptionAlgorithm, HistoryVisibility, RequestType } from '@matrix-org/matrix-sdk-crypto-wasm';

/** The names that matrix-bot-sdk takes from the native package. */
export { Attachment, EncryptedAttachment } from './attachments.ts';
export { EncryptionSettings } from './encryption-settings.ts';
export { DeviceId, DeviceLists, RoomId, UserId } from './ids.ts';
export { OlmMachine } from './machine.ts';
export { EncryptionAlgorithm, HistoryVisibility, RequestType };

/** matrix-bot-sdk re-exports the type only: where it wants a `StoreType`, pass 0. */
export const StoreType = { Sqlite: 0 } as const;
export type StoreType = (typeof StoreType)[keyof typeof StoreType];

/** Ours. */
export type { CrossSigning, CrossSigningKeys, IdentityUpload, OwnIdentity } from './cross-signing.ts';
export type { DecryptedEvent } from './decrypted.ts';
export { CryptoStoreError, type CryptoStoreErrorCode, DecryptionError, isWasmPanic } from './errors.ts';
export type { StoreStats } from './indexeddb/durable.ts';
export type { RoomKey } from './machine.ts';
export { cryptoStoreFile } from './open.ts';
export type { OutgoingRequest, RoomMessage, ToDeviceRequest } from './requests.ts';
export { type CryptoStoreSettings, configureCryptoStore } from './settings.ts';
export type {
  ShortString,
  VerificationMessage,
  VerificationRequest,
  VerificationStage,
} from './verification-request.ts';
export type { Verifications } from './verifications.ts';
