import { join } from 'node:path';
import * as wasm from '@matrix-org/matrix-sdk-crypto-wasm';
import { CryptoStoreError, type CryptoStoreErrorCode } from './errors.ts';
import { openDurableIndexedDb, type StoreStats } from './indexeddb/durable.ts';
import { cryptoStoreSettings } from './settings.ts';

/** Name of the file, in the folder that matrix-bot-sdk passes. */
export const cryptoStoreFile = 'crypto-store.sqlite';

export interface OpenedMachine {
  readonly machine: wasm.OlmMachine;
  readonly stats: Readonly<StoreStats> | null;
  readonly copyStore: (file: string) => void;
  readonly closeStore: () => void;
}

/** Opens the durable store of `folder`, or a store in memory when it is empty. Throws `CryptoStoreError`. */
export async function openMachine(userId: string, deviceId: string, folder: string): Promise<OpenedMachine> {
  await wasm.initAsync();
  if (folder === '') {
    const store = await wasm.StoreHandle.open(undefined, undefined);
    return {
      machine: await create(userId, deviceId, store),
      stats: null,
      copyStore: () => {},
      closeStore: () => {},
    };
  }
  const { key, ...listener } = cryptoStoreSettings();
  const durable = await openDurableIndexedDb(join(folder, cryptoStoreFile), listener);
  try {
    const store = await wasm.StoreHandle.openWithKey('bot', key);
    const machine = await create(userId, deviceId, store);
    return { machine, stats: durable.stats, copyStore: durable.copyTo, closeStore: durable.close };
  } catch (error) {
    durable.close();
    throw storeErrorOf(error);
  }
}

async function create(userId: string, deviceId: string, store: wasm.StoreHandle): Promise<wasm.OlmMachine> {
  const machine = await wasm.OlmMachine.initFromStore(
    new wasm.UserId(userId),
    new wasm.DeviceId(deviceId),
    store,
  );
  store.free();
  return machine;
}

/** The bindings tell their errors apart by their words only; the tests of this file hold them. */
const meanings: readonly (readonly [RegExp, CryptoStoreErrorCode, string])[] = [
  [/failed to be decrypted while unpickling/, 'wrong-key', 'The key is not that of the store'],
  [/doesn't match the account/, 'other-device', 'The store belongs to another user or device'],
  [/schema|version/i, 'unknown-schema', 'The store was written by a later version'],
];

function storeErrorOf(error: unknown): CryptoStoreError {
  const text = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  const [, code, message] = meanings.find(([words]) => words.test(text)) ?? [];
  return new CryptoStoreError(code ?? 'corrupt', message ?? 'The store cannot be read', { cause: error });
}
