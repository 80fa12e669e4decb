import Module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as Sdk from 'matrix-bot-sdk';

/**
 * The parts of matrix-bot-sdk that the bot uses, each from its own file: its index loads what serves application services
 * (express, a driver of PostgreSQL, a sanitiser of HTML…), 80 packages that would never be used.
 *
 * One of these files (`metrics/Metrics.js`) asks the index for the log again: an index that holds only that stands in its place.
 */
const require = createRequire(import.meta.url);
const index = require.resolve('matrix-bot-sdk');
const load = (file: string): typeof Sdk => require(join(dirname(index), file));

const stub = new Module(index);
stub.filename = index;
stub.loaded = true;
require.cache[index] ??= stub;

export const { LogLevel, LogService } = load('logging/LogService.js');
Object.assign(stub.exports, { LogLevel, LogService });

export const { MatrixError } = load('models/MatrixError.js');
export const { MatrixClient } = load('MatrixClient.js');
export const { MemoryStorageProvider } = load('storage/MemoryStorageProvider.js');
export const { RustSdkCryptoStorageProvider } = load('storage/RustSdkCryptoStorageProvider.js');
export const { EncryptedRoomEvent } = load('models/events/EncryptedRoomEvent.js');
export const { getRequestFn, setRequestFn } = load('request.js');

export type MatrixClient = Sdk.MatrixClient;
export type MatrixError = Sdk.MatrixError;
export type { ICryptoRoomInformation, ICryptoStorageProvider } from 'matrix-bot-sdk';
