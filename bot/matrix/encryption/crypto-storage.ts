import type { Queues } from '../../queues/queues.ts';
import { type ICryptoRoomInformation, RustSdkCryptoStorageProvider } from '../http/sdk.ts';

/**
 * Device id and encryption of rooms, kept in the database: the JSON file of the SDK is not written atomically
 * and comes out blank of a crash. The SDK insists on a subclass of its own provider.
 */
export class CryptoStorage extends RustSdkCryptoStorageProvider {
  readonly #queues: Queues;

  constructor(folder: string, queues: Queues) {
    super(folder, 0);
    this.#queues = queues;
  }

  override async getDeviceId(): Promise<string> {
    // The SDK's type forgets that it accepts an empty answer, and then asks the homeserver.
    return (await this.#queues.values.get('device_id')) ?? '';
  }

  override async setDeviceId(deviceId: string): Promise<void> {
    await this.#queues.values.set('device_id', deviceId);
  }

  override async getRoom(roomId: string): Promise<ICryptoRoomInformation> {
    const room = await this.#queues.rooms.find(roomId);
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
    await this.#queues.rooms.save(roomId, {
      encryption: JSON.stringify(encryption),
      ...(historyVisibility === undefined ? {} : { history_visibility: historyVisibility }),
    });
  }
}
