import {
  type OlmMachine,
  RoomId,
  type RoomMessage,
  type VerificationMessage,
  type VerificationRequest,
} from '@matrix-org/matrix-sdk-crypto-nodejs';
import type { KeyExchange } from '../encryption/sharing/key-exchange.ts';

/** What verifying keys by emoji needs of the machine that holds those of the bot. */
export interface VerificationCore {
  /** Learns the devices of these people. Throws when the homeserver does not answer. */
  meet(userIds: readonly string[]): Promise<void>;
  /** A request that the machine knows; null when it knows none. To be freed at the end. */
  find(userId: string, flowId: string): VerificationRequest | null;
  /** Takes an event of a verification in a room, in clear. Throws on one that is malformed. */
  receive(event: object, roomId: string): Promise<void>;
  /** Takes once more a request between devices, from a device that was not known at first. */
  receiveAgain(event: object): Promise<void>;
  /** What the machine wants said in rooms by itself, each message once. */
  toSay(): Promise<readonly RoomMessage[]>;
  /** @param answer of the homeserver */
  markAsSent(message: VerificationMessage, answer: object): Promise<void>;
}

export const verificationCore = (
  machine: OlmMachine,
  exchange: Pick<KeyExchange, 'meet' | 'wake'>,
): VerificationCore => ({
  meet: (userIds) => exchange.meet(userIds),
  find: (userId, flowId) => machine.verifications.find(userId, flowId),
  receive: (event, roomId) =>
    machine.verifications.receive({ ...event, room_id: roomId }, new RoomId(roomId)),
  receiveAgain: async (event) => {
    await machine.verifications.receiveAgain(event);
    exchange.wake();
  },
  toSay: () => machine.verifications.toSay(),
  markAsSent: async ({ id, type }, answer) =>
    void (await machine.markRequestAsSent(id, type, JSON.stringify(answer))),
});
