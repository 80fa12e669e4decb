import { failureOf } from '../http/failure.ts';
import type { TransportLog } from '../options.ts';
import type { Accepted } from '../sync/ingest.ts';

/** In a larger room, devices are learnt when somebody is to be answered. */
const MOST_MEMBERS = 100;

export interface MemberDevicesOptions {
  readonly me: () => string;
  readonly isEncrypted: (roomId: string) => Promise<boolean>;
  readonly membersOf: (roomId: string) => Promise<readonly string[]>;
  /** Asks for the devices of these people. */
  readonly meet: (userIds: readonly string[]) => Promise<void>;
  readonly log: Pick<TransportLog, 'debug'>;
}

/**
 * Learns the devices of those who join encrypted rooms beforehand: a key from a device that we know is checked against its
 * owner. Where it is we who join, all are new. What fails is done again when sending.
 */
export class MemberDevices {
  readonly #options: MemberDevicesOptions;

  constructor(options: MemberDevicesOptions) {
    this.#options = options;
  }

  /** Returns at once. */
  meet(rooms: Accepted['joining']): void {
    for (const { roomId, users } of rooms) if (users.length > 0) void this.#meetIn(roomId, users);
  }

  async #meetIn(roomId: string, users: readonly string[]): Promise<void> {
    const { me, isEncrypted, membersOf, meet, log } = this.#options;
    try {
      if (!(await isEncrypted(roomId))) return;
      const strangers = users.includes(me()) ? await membersOf(roomId) : users;
      if (strangers.length <= MOST_MEMBERS) await meet(strangers);
    } catch (error) {
      log.debug('members-unknown', { room: roomId, code: failureOf(error).code });
    }
  }
}
