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
export { CryptoStoreError, type CryptoStoreErrorCode, DecryptionError, isWasmPanic } from './errors.ts';
export type { StoreStats } from './indexeddb/durable.ts';
export type { DecryptedEvent, RoomKey } from './machine.ts';
export { cryptoStoreFile } from './open.ts';
export type { OutgoingRequest } from './requests.ts';
export { type CryptoStoreSettings, configureCryptoStore } from './settings.ts';
