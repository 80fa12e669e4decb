import type { MatrixClient } from '../http/sdk.ts';
import { ClearRooms } from '../rooms/clear-rooms.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { RoomEncryption } from './room-encryption.ts';

/**
 * Makes a client safe for encrypted rooms, whatever path leads to a message (`sendMessage`, `sendEvent`, ours):
 *
 * - whether a room is encrypted is decided by `RoomEncryption`, which is returned;
 * - sharing the room key and encrypting happen for one message at a time in each room: with the key worn out in
 *   between, the machine panics and takes the process with it.
 *
 * To be called once, right after the client is made, with what it hears of clear rooms. Throws when the client has no encryption.
 */
export const guardEncryption = (client: MatrixClient, clear = new ClearRooms()): RoomEncryption => {
  const { crypto, cryptoStore } = client;
  if (!crypto) throw new Error('This client has no encryption: give it a crypto storage');
  const rooms = new RoomEncryption(client, cryptoStore, clear);
  const encrypt = crypto.encryptRoomEvent.bind(crypto);
  const turns = new OneAtATime();
  crypto.isRoomEncrypted = (roomId) => rooms.isEncrypted(roomId);
  crypto.encryptRoomEvent = (roomId, eventType, content) =>
    turns.run(roomId, () => encrypt(roomId, eventType, content));
  return rooms;
};
