import { createHash } from 'node:crypto';
import { notices } from '../../administration/wording.ts';
import { mayBeSaid, type Queued, type Queues } from '../../queues/queues.ts';
import { MINUTE } from '../../time.ts';
import type { RoomCrypto } from '../encryption/room-crypto.ts';
import type { TchapClient } from '../http/client.ts';
import { failureOf } from '../http/failure.ts';
import { backOff, wait } from '../http/wait.ts';
import type { TchapOptions } from '../options.ts';
import { alert, sentence } from '../send/to-outbox.ts';
import { type DeviceRequest, readDeviceRequest, readRoomRequest } from './request.ts';
import { cancelReason, fingerprintWords, type Shown } from './wording.ts';

const CANCEL = 'm.key.verification.cancel';
const MOST_ATTEMPTS = 5;
/** Requests answered that are remembered: a synchronisation that is asked for again brings them again. */
const MOST_REMEMBERED = 1000;

export interface VerificationOptions extends Pick<TchapOptions, 'adminRoom' | 'now' | 'log' | 'bots'> {
  readonly queues: Queues;
  readonly client: Pick<TchapClient, 'sendToDevices' | 'putEvent'>;
  readonly crypto: Pick<RoomCrypto, 'isEncrypted' | 'encrypt'>;
  readonly device: Shown & { readonly userId: string };
  readonly wakeSender: () => void;
}

/**
 * Answers those who ask to verify the bot: a cancellation with its reason, and the fingerprint of the device. The bot never
 * confirms by itself: whoever compares emoji with a program compares nothing.
 */
export class Verification {
  readonly #options: VerificationOptions;
  readonly #signal: AbortSignal;
  readonly #answered = new Set<string>();

  constructor(options: VerificationOptions, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
  }

  /** To be called with each message between devices, decrypted. Never rejects. */
  async heard(event: unknown): Promise<void> {
    const request = readDeviceRequest(event, this.#options.now());
    if (request === null || this.#isAnswered(request)) return;
    try {
      await this.#cancel(request);
      await this.#tell(this.#options.queues, request.sender);
      this.#options.wakeSender();
    } catch (error) {
      this.#options.log.warn('verification-unanswered', { code: failureOf(error).code });
    }
  }

  /**
   * What is said in a room of a request to verify that an event of it makes, once it is cancelled there; null when it makes
   * none. The same event handled twice is cancelled once.
   * @throws when the homeserver does not take the cancellation
   */
  readonly declineIn = async (roomId: string, event: unknown): Promise<readonly Queued[] | null> => {
    const { client, crypto, device, queues, now, bots } = this.#options;
    const request = readRoomRequest(event, device.userId);
    if (request === null || bots.includes(request.sender)) return null;
    const { eventId, sender } = request;
    const relation = { rel_type: 'm.reference', event_id: eventId };
    const content = { code: 'm.user', reason: cancelReason(device), 'm.relates_to': relation };
    const transaction = createHash('sha256').update(`${CANCEL} ${eventId}`).digest('base64url');
    if (await crypto.isEncrypted(roomId)) {
      const encrypted = await crypto.encrypt(roomId, CANCEL, content);
      await client.putEvent(roomId, 'm.room.encrypted', transaction, encrypted);
    } else await client.putEvent(roomId, CANCEL, transaction, content);
    this.#options.log.info('verification-declined', { room: roomId, sender });
    await this.#tell(queues, sender);
    if (!(await mayBeSaid(queues, `verification/${roomId}`, MINUTE, now()))) return [];
    return [sentence(fingerprintWords(device), { roomId }, eventId)];
  };

  #isAnswered({ sender, transactionId }: DeviceRequest): boolean {
    const key = `${sender} ${transactionId}`;
    if (this.#answered.has(key)) return true;
    this.#answered.add(key);
    const [oldest] = this.#answered;
    if (this.#answered.size > MOST_REMEMBERED && oldest !== undefined) this.#answered.delete(oldest);
    return false;
  }

  async #cancel({ sender, deviceId, transactionId }: DeviceRequest): Promise<void> {
    const { client, device, log } = this.#options;
    const content = { transaction_id: transactionId, code: 'm.user', reason: cancelReason(device) };
    for (let failures = 0; ; failures++) {
      try {
        await client.sendToDevices(CANCEL, { [sender]: { [deviceId]: content } });
        log.info('verification-declined', { sender });
        return;
      } catch (error) {
        if (failures + 1 >= MOST_ATTEMPTS || this.#signal.aborted) throw error;
        await wait(backOff(failures, 1000, 15_000), this.#signal);
      }
    }
  }

  /** The operators may have a fingerprint to publish. */
  #tell(queues: Queues, sender: string): Promise<void> {
    return alert(queues, this.#options, notices.verification(sender, this.#options.device));
  }
}
