import type { TchapClient } from '../http/client.ts';
import { failureOf } from '../http/failure.ts';
import type { TransportLog } from '../options.ts';
import type { Accepted } from '../sync/ingest.ts';

/**
 * Learns the devices of newcomers in encrypted rooms beforehand, one room after the other: a key from a device
 * that we know is checked against its owner. What fails is done again when sending.
 */
export class MemberDevices {
  readonly #client: TchapClient;
  readonly #log: TransportLog;
  readonly #signal: AbortSignal;
  #last: Promise<void> = Promise.resolve();

  constructor(client: TchapClient, log: TransportLog, signal: AbortSignal) {
    this.#client = client;
    this.#log = log;
    this.#signal = signal;
  }

  meet(rooms: Accepted['newcomers']): void {
    for (const { roomId } of rooms.filter(({ users }) => users.length > 0))
      this.#last = this.#last.then(() => this.#meetIn(roomId));
  }

  async #meetIn(roomId: string): Promise<void> {
    if (this.#signal.aborted) return;
    try {
      await this.#client.crypto.onRoomJoin(roomId);
    } catch (error) {
      this.#log.debug('members-unknown', { room: roomId, code: failureOf(error).code });
    }
  }
}
