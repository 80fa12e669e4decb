import { type ICryptoRoomInformation, RustSdkCryptoStorageProvider } from 'matrix-bot-sdk';
import type { Database } from '../../store/database.ts';
import { keyValue } from '../../store/queues/key-value.ts';
import { findRoom, saveRoom } from '../../store/queues/rooms.ts';

/**
 * Device id and encryption of rooms, kept in the database: the JSON file of the SDK is not written atomically
 * and comes out blank of a crash. The SDK insists on a subclass of its own provider.
 */
export class CryptoStorage extends RustSdkCryptoStorageProvider {
  readonly #database: Database;

  constructor(folder: string, database: Database) {
    super(folder, 0);
    this.#database = database;
  }

  override async getDeviceId(): Promise<string> {
    // The SDK's type forgets that it accepts an empty answer, and then asks the homeserver.
    return (await keyValue(this.#database).get('device_id')) ?? '';
  }

  override async setDeviceId(deviceId: string): Promise<void> {
    await keyValue(this.#database).set('device_id', deviceId);
  }

  override async getRoom(roomId: string): Promise<ICryptoRoomInformation> {
    const room = await findRoom(this.#database, roomId);
    // The same: "nothing known" is undefined for the code, absent from its type.
    if (room?.encryption == null) return undefined as unknown as ICryptoRoomInformation;
    return {
      ...(JSON.parse(room.encryption) as ICryptoRoomInformation),
      ...(room.history_visibility === null
        ? {}
        : {
            historyVisibility: room.history_visibility as NonNullable<
              ICryptoRoomInformation['historyVisibility']
            >,
          }),
    };
  }

  override async storeRoom(roomId: string, config: ICryptoRoomInformation): Promise<void> {
    const { historyVisibility, ...encryption } = config;
    await saveRoom(this.#database, roomId, {
      encryption: JSON.stringify(encryption),
      ...(historyVisibility === undefined ? {} : { history_visibility: historyVisibility }),
    });
  }
}
