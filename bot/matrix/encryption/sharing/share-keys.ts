import {
  EncryptionAlgorithm,
  EncryptionSettings,
  HistoryVisibility,
  type OlmMachine,
  RoomId,
  UserId,
} from '@matrix-org/matrix-sdk-crypto-nodejs';
import type { ICryptoRoomInformation, MatrixClient } from '../../http/sdk.ts';
import type { Homeserver } from '../homeserver.ts';
import { type KeyExchange, toDevice } from './key-exchange.ts';

const WEEK = 604_800_000;
const VISIBILITIES: Readonly<Record<string, HistoryVisibility>> = {
  world_readable: HistoryVisibility.WorldReadable,
  invited: HistoryVisibility.Invited,
  shared: HistoryVisibility.Shared,
};

/** The engine of matrix-bot-sdk 0.8, which it keeps to itself. */
interface Engine {
  run: () => Promise<void>;
  addTrackedUsers: (userIds: string[]) => Promise<void>;
  prepareEncrypt: (roomId: string, room: ICryptoRoomInformation) => Promise<void>;
}

/**
 * Has a prepared client send keys through `exchange`: what hangs for one room holds up neither the others nor the
 * synchronisation, as it does under the one lock of matrix-bot-sdk. To be called once, right after `crypto.prepare()`.
 */
export const shareKeysThrough = (
  client: MatrixClient,
  machine: Pick<OlmMachine, 'shareRoomKey' | 'markRequestAsSent'>,
  exchange: KeyExchange,
): void => {
  const { engine } = client.crypto as unknown as { readonly engine: Engine };
  const homeserver: Homeserver = client;
  engine.run = async () => exchange.wake();
  engine.addTrackedUsers = (userIds) => exchange.meet(userIds);
  engine.prepareEncrypt = async (roomId, room) => {
    const members = await client.getJoinedRoomMembers(roomId);
    await exchange.meet(members);
    const users = members.map((member) => new UserId(member));
    for (const request of await machine.shareRoomKey(new RoomId(roomId), users, settingsOf(room))) {
      const { messages } = JSON.parse(request.body) as { messages: unknown };
      const path = toDevice(request.eventType, request.txnId);
      const answer = await homeserver.doRequest('PUT', path, null, { messages });
      await machine.markRequestAsSent(request.id, request.type, JSON.stringify(answer));
    }
  };
};

/** An algorithm that we do not know is refused when the key is shared: such a room gets nothing from us. */
const settingsOf = (room: ICryptoRoomInformation): EncryptionSettings =>
  Object.assign(new EncryptionSettings(), {
    algorithm: room.algorithm === 'm.megolm.v1.aes-sha2' ? EncryptionAlgorithm.MegolmV1AesSha2 : undefined,
    historyVisibility: VISIBILITIES[room.historyVisibility ?? 'joined'] ?? HistoryVisibility.Joined,
    rotationPeriod: BigInt(room.rotation_period_ms ?? WEEK),
    rotationPeriodMessages: BigInt(room.rotation_period_msgs ?? 100),
  });
