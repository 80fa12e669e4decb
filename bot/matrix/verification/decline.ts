import { createHash } from 'node:crypto';
import { notices } from '../../administration/wording.ts';
import { mayBeSaid, type Queued, type Queues } from '../../queues/queues.ts';
import { MINUTE } from '../../time.ts';
import type { TchapOptions } from '../options.ts';
import { alert, sentence } from '../send/to-outbox.ts';
import type { Messenger } from './messages.ts';
import type { DeviceRequest, RoomRequest } from './request.ts';
import { cancelReason, fingerprintWords, type Shown } from './wording.ts';

const CANCEL = 'm.key.verification.cancel';

export interface DeclinerOptions extends Pick<TchapOptions, 'adminRoom' | 'now' | 'log'> {
  readonly queues: Queues;
  readonly messenger: Messenger;
  readonly device: Shown;
}

/** Cancels requests to verify the bot, with the reason and the fingerprint of its device. */
export class Decliner {
  readonly #options: DeclinerOptions;

  constructor(options: DeclinerOptions) {
    this.#options = options;
  }

  /** @throws when the homeserver does not take the cancellation */
  async betweenDevices({ sender, deviceId, transactionId }: DeviceRequest): Promise<void> {
    const { messenger, device, log } = this.#options;
    const content = { transaction_id: transactionId, code: 'm.user', reason: cancelReason(device) };
    await messenger.retry(() =>
      messenger.betweenDevices(CANCEL, transactionOf(`${sender} ${transactionId}`), {
        [sender]: { [deviceId]: content },
      }),
    );
    log.info('verification-declined', { sender });
    await this.#tell(sender);
  }

  /**
   * What is said in the room of a request that is cancelled there; the same one handled twice is cancelled once.
   * @throws when the homeserver does not take the cancellation
   */
  async inRoom(roomId: string, { sender, eventId }: RoomRequest): Promise<readonly Queued[]> {
    const { messenger, device, queues, now, log } = this.#options;
    const relation = { rel_type: 'm.reference', event_id: eventId };
    const content = { code: 'm.user', reason: cancelReason(device), 'm.relates_to': relation };
    await messenger.inRoom(roomId, CANCEL, transactionOf(eventId), content);
    log.info('verification-declined', { room: roomId, sender });
    await this.#tell(sender);
    if (!(await mayBeSaid(queues, `verification/${roomId}`, MINUTE, now()))) return [];
    return [sentence(fingerprintWords(device), { roomId }, eventId)];
  }

  /** The operators may have a fingerprint to publish. */
  #tell(sender: string): Promise<void> {
    return alert(this.#options.queues, this.#options, notices.verification(sender, this.#options.device));
  }
}

const transactionOf = (request: string): string =>
  createHash('sha256').update(`${CANCEL} ${request}`).digest('base64url');
