import { join } from 'node:path';
import {
  type CryptoStoreError,
  configureCryptoStore,
  cryptoStoreFile,
  type RoomKey,
} from '@matrix-org/matrix-sdk-crypto-nodejs';
import { notMatrix } from 'request';
import { exitCodes, OperatorError } from '../../operator-error.ts';
import type { TchapClient } from '../http/client.ts';
import { MatrixError } from '../http/sdk.ts';
import type { TchapOptions } from '../options.ts';
import { type VerificationCore, verificationCore } from '../verification/core.ts';
import { ensureCrossSigning } from './cross-signing.ts';
import { deviceStatus } from './device-status.ts';
import { explainStoreError } from './explain.ts';
import { refuseLostStore } from './lost-store.ts';
import { machineOf } from './machine-of.ts';
import { recoveryKeyIn } from './recovery-file.ts';
import { KeyExchange } from './sharing/key-exchange.ts';
import { shareKeysThrough } from './sharing/share-keys.ts';
import { loadStoreKey } from './store-key.ts';

/** Folder of the keys, in the data folder. */
export const cryptoFolder = (dataFolder: string): string => join(dataFolder, 'crypto');

export type { RoomKey };

export interface Encryption {
  readonly fingerprint: string;
  readonly signed: boolean;
  /** Learns the devices of these people. Throws when the homeserver does not answer. */
  meet(userIds: readonly string[]): Promise<void>;
  /** What verifying keys by emoji needs of the machine. */
  readonly verifications: VerificationCore;
  /** Copies the keys into a new file, in one turn. */
  copyTo(file: string): void;
  /** Ends the machine; nothing can be read or sent afterwards. */
  close(): void;
}

interface EncryptionOptions
  extends Pick<TchapOptions, 'dataFolder' | 'encryption' | 'credentials' | 'log' | 'onFatal'> {
  /** Keys cannot be written for now: all that needs them waits. Told again every second until they are. */
  readonly onTrouble?: (error: OperatorError) => void;
}

/**
 * Opens the keys of the device, uploads what the homeserver misses of them, and has the device signed.
 * @param onKeys called when keys arrive, with which events set aside can be read
 * @throws OperatorError when the keys are lost, damaged, or do not go with the account
 */
export const openEncryption = async (
  client: TchapClient,
  device: { readonly userId: string; readonly deviceId: string },
  options: EncryptionOptions,
  onKeys: (keys: readonly RoomKey[]) => void,
): Promise<Encryption> => {
  const { dataFolder, encryption, log } = options;
  const store = join(cryptoFolder(dataFolder), cryptoStoreFile);
  const recoveryKey = readRecoveryKey(encryption.recoveryKey);
  await refuseLostStore(client, { ...device, store });
  const file = encryption.storeKeyFile ?? join(dataFolder, 'store.key');
  configureCryptoStore({
    key: loadStoreKey({ value: encryption.storeKey, file, store }),
    onFatal: (error) => {
      client.refuseSync();
      options.onFatal(explainStoreError(error, store));
    },
    onTrouble: (error) => options.onTrouble?.(explainStoreError(error, store)),
  });
  try {
    await client.crypto.prepare([]);
  } catch (error) {
    throw explained(error, store);
  }
  const machine = machineOf(client);
  machine.onRoomKey(onKeys);
  const exchange = new KeyExchange({ machine, homeserver: client, log });
  shareKeysThrough(client, machine, exchange);
  const outcome = await ensureCrossSigning({
    homeserver: client,
    machine,
    userId: device.userId,
    password: options.credentials.kind === 'password' ? options.credentials.password : null,
    recoveryKey,
    recoveryFile: join(dataFolder, 'recovery.key'),
  });
  // Not signed: the bot works, but clients that only trust signed devices will not send it their keys.
  if (outcome.kind === 'refused') log.warn('device-not-signed', { reason: outcome.reason });
  else {
    log.info('device-signed', { kind: outcome.kind });
    if (outcome.recoveryFile !== null) log.warn('recovery-key-written', { kind: 'store-it-elsewhere' });
  }
  const { fingerprint, signed } = await deviceStatus(machine);
  // The one place where it can be read without Matrix: what operators verify the bot by.
  log.info('device-ready', { fingerprint: fingerprint.replaceAll(' ', '') });
  return {
    fingerprint,
    signed,
    meet: (users) => exchange.meet(users),
    verifications: verificationCore(machine, exchange),
    copyTo: (file) => machine.copyStore(file),
    close: () => machine.close(),
  };
};

/** Keys that the homeserver holds and our store does not: the store is an old copy. */
const isOldStore = (error: unknown): boolean =>
  error instanceof MatrixError &&
  error.statusCode === 400 &&
  error.errcode !== notMatrix &&
  /already exists/.test(error.error);

const oldStore = (): OperatorError =>
  new OperatorError(
    'Le serveur connaît des clés plus récentes que celles du dossier « crypto » : ce dossier vient d’une ancienne sauvegarde. Créez une nouvelle session : supprimez « session.json » et le dossier « crypto » (ou supprimez « crypto » et donnez un nouveau jeton d’accès), gardez le reste, puis relancez.',
    exitCodes.encryptionLost,
  );

const readRecoveryKey = (text: string | null): Uint8Array | null => {
  if (text === null) return null;
  const key = recoveryKeyIn(text);
  if (key === null)
    throw new OperatorError(
      'La clé de récupération de la configuration est mal écrite : attendu, douze groupes de quatre caractères comme « EsTc 5rr1 … », tels que le robot les a écrits dans « recovery.key ».',
      exitCodes.configuration,
    );
  return key;
};

/** The SDK loads its own instance of the encryption package: errors are recognised by name. */
const explained = (error: unknown, store: string): unknown => {
  if (isOldStore(error)) return oldStore();
  return error instanceof Error && error.name === 'CryptoStoreError'
    ? explainStoreError(error as CryptoStoreError, store)
    : error;
};
