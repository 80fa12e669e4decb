import type { ICryptoRoomInformation, ICryptoStorageProvider } from '../http/sdk.ts';
import type { ClearRooms } from '../rooms/clear-rooms.ts';
import { errcodeOf } from './homeserver.ts';
import { CONTRADICTED } from './room-crypto.ts';

/** The part of `MatrixClient` that reads the state of a room. */
interface RoomStates {
  getRoomStateEvent(roomId: string, type: string, stateKey: string): Promise<unknown>;
}

const megolm = 'm.megolm.v1.aes-sha2';

/** What is kept of a room; `heard`: its timeline has shown it to be encrypted, its state says otherwise. */
interface Heard extends ICryptoRoomInformation {
  readonly heard?: boolean;
}

/** The homeserver has shown a room to be encrypted, and says that it has no such state: nothing leaves for it. */
export class ContradictedEncryption extends Error {
  readonly code = CONTRADICTED;

  constructor() {
    super('the timeline of the room says that it is encrypted, its state that it is not');
  }
}

/**
 * Whether rooms are encrypted. "Cannot tell" is an error, never "no"; and once encrypted is for ever, whatever the
 * homeserver says later. (matrix-bot-sdk takes any failure of the lookup for a clear room, and answers there in clear.)
 */
export class RoomEncryption {
  readonly #states: RoomStates;
  readonly #store: Pick<ICryptoStorageProvider, 'getRoom' | 'storeRoom'>;
  readonly #clear: ClearRooms;

  constructor(
    states: RoomStates,
    store: Pick<ICryptoStorageProvider, 'getRoom' | 'storeRoom'>,
    clear: ClearRooms,
  ) {
    this.#states = states;
    this.#store = store;
    this.#clear = clear;
  }

  /** Asks the homeserver, unless it has just shown the room to be clear. Throws when it does not say. */
  async isEncrypted(roomId: string): Promise<boolean> {
    const known = await this.#known(roomId);
    if (known?.algorithm) return true;
    if (this.#clear.isClear(roomId)) return false;
    try {
      await this.remember(roomId, await this.#states.getRoomStateEvent(roomId, 'm.room.encryption', ''));
      return true;
    } catch (error) {
      if (errcodeOf(error) !== 'M_NOT_FOUND') throw error;
      if (known?.heard === true || this.#clear.isHeardEncrypted(roomId)) {
        // Written down, for a restart would otherwise believe the state alone.
        const heard: Heard = { ...known, heard: true };
        await this.#store.storeRoom(roomId, heard);
        throw new ContradictedEncryption();
      }
      this.#clear.note(roomId);
      return false;
    }
  }

  /** To be called with the content of each `m.room.encryption` state event seen, even empty or malformed. */
  async remember(roomId: string, content: unknown): Promise<void> {
    const known = await this.#known(roomId);
    const given = encryptionIn(content);
    // An algorithm is never weakened: at worst the room has one that we cannot use, and then nothing is sent there.
    const algorithm = known?.algorithm === megolm ? megolm : given.algorithm;
    await this.#store.storeRoom(roomId, { ...known, ...given, algorithm });
  }

  async #known(roomId: string): Promise<Heard | undefined> {
    return this.#store.getRoom(roomId);
  }
}

const encryptionIn = (content: unknown): ICryptoRoomInformation & { algorithm: string } => {
  const fields = typeof content === 'object' && content !== null ? (content as Record<string, unknown>) : {};
  const { algorithm, rotation_period_ms: period, rotation_period_msgs: messages } = fields;
  return {
    algorithm: typeof algorithm === 'string' && algorithm !== '' ? algorithm : 'UNKNOWN',
    ...(isCount(period) ? { rotation_period_ms: period } : {}),
    ...(isCount(messages) ? { rotation_period_msgs: messages } : {}),
  };
};

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
