import type { VerificationMessage } from '@matrix-org/matrix-sdk-crypto-nodejs';
import type { RoomCrypto } from '../encryption/room-crypto.ts';
import { toDevice } from '../encryption/sharing/key-exchange.ts';
import type { MessageContent } from '../events/content.ts';
import type { TchapClient } from '../http/client.ts';
import { backOff, wait } from '../http/wait.ts';
import type { VerificationCore } from './core.ts';

const MOST_ATTEMPTS = 5;

export interface MessengerOptions {
  readonly client: Pick<TchapClient, 'doRequest' | 'putEvent'>;
  readonly crypto: Pick<RoomCrypto, 'isEncrypted' | 'encrypt'>;
  readonly core: Pick<VerificationCore, 'markAsSent' | 'toSay'>;
}

/** Sends messages of verifications past the queue of answers: neither their order nor their minute can wait for others. */
export class Messenger {
  readonly #options: MessengerOptions;
  readonly #signal: AbortSignal;

  constructor(options: MessengerOptions, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
  }

  /** Sends what the machine wants sent, in this order. @throws when the homeserver does not take it */
  async send(messages: readonly VerificationMessage[]): Promise<void> {
    const { core } = this.#options;
    for (const message of messages) {
      const { eventType, txnId, body } = message;
      const answer = await this.retry(() =>
        'roomId' in message
          ? this.inRoom(message.roomId, eventType, txnId, JSON.parse(body))
          : this.betweenDevices(eventType, txnId, JSON.parse(body).messages),
      );
      await core.markAsSent(message, answer);
    }
  }

  /** Sends what the machine has to say in rooms by itself. */
  async sendRest(): Promise<void> {
    await this.send(await this.#options.core.toSay());
  }

  /** An event of a room, encrypted where it must be; the same transaction is the same event. */
  async inRoom(roomId: string, type: string, transaction: string, content: MessageContent): Promise<object> {
    const { client, crypto } = this.#options;
    const [sealed, inside] = (await crypto.isEncrypted(roomId))
      ? ['m.room.encrypted', await crypto.encrypt(roomId, type, content)]
      : [type, content];
    return { event_id: await client.putEvent(roomId, sealed, encodeURIComponent(transaction), inside) };
  }

  /** Messages by user and device. */
  async betweenDevices(type: string, transaction: string, messages: object): Promise<object> {
    await this.#options.client.doRequest('PUT', toDevice(type, transaction), null, { messages });
    return {};
  }

  /** Makes a call again while the homeserver is away, for half a minute: a verification does not last much longer. */
  async retry<T>(call: () => Promise<T>): Promise<T> {
    for (let failures = 0; ; failures++) {
      try {
        return await call();
      } catch (error) {
        if (failures + 1 >= MOST_ATTEMPTS || this.#signal.aborted) throw error;
        await wait(backOff(failures, 1000, 15_000), this.#signal);
      }
    }
  }
}
