import type { VerificationRequest } from '@matrix-org/matrix-sdk-crypto-nodejs';
import type { Queues } from '../../queues/queues.ts';
import { HOUR } from '../../time.ts';
import { standingOf } from '../events/standing.ts';
import { failureOf } from '../http/failure.ts';
import type { TchapOptions } from '../options.ts';
import type { VerificationCore } from './core.ts';
import type { DeviceRequest, RoomRequest } from './request.ts';

/** Verifications at once, and messages to the operators in an hour: nobody can make them ring without end. */
const MOST_OPEN = 5;
const MOST_AN_HOUR = 40;

export interface FinderOptions
  extends Pick<TchapOptions, 'adminRoom' | 'now' | 'log' | 'operators' | 'externals' | 'invitations'> {
  readonly queues: Queues;
  readonly core: VerificationCore;
  /** `signed`: the device bears the signature of the account, without which clients cannot verify it from a room. */
  readonly device: { readonly userId: string; readonly signed: boolean };
}

/** Finds the requests that an operator is to decide on, as the machine knows them. */
export class Finder {
  readonly #options: FinderOptions;
  readonly #open: () => number;

  /** @param open how many verifications are going on */
  constructor(options: FinderOptions, open: () => number) {
    this.#options = options;
    this.#open = open;
  }

  /** Null when it is to be declined. @throws when the homeserver does not answer */
  async betweenDevices(asked: DeviceRequest, event: object): Promise<VerificationRequest | null> {
    const { core } = this.#options;
    const { sender, transactionId } = asked;
    const known = core.find(sender, transactionId);
    if (!(await this.#isWelcome(sender))) {
      // Declined with a reason, which the machine cannot give: it must not cancel it later in its own words.
      known?.cancel('m.user');
      known?.free();
      return null;
    }
    if (known !== null) return known;
    await core.meet([sender]);
    await core.receiveAgain(event);
    return core.find(sender, transactionId);
  }

  /** Null when it is to be declined. @throws when the homeserver does not answer */
  async inRoom(roomId: string, asked: RoomRequest, event: object): Promise<VerificationRequest | null> {
    const { core, device } = this.#options;
    if (!device.signed || !(await this.#isWelcome(asked.sender))) return null;
    await core.meet([asked.sender]);
    await this.receive(roomId, event);
    return core.find(asked.sender, asked.eventId);
  }

  /** Gives the machine an event of a verification in a room; a malformed one is only noted. */
  async receive(roomId: string, event: object): Promise<void> {
    const { core, log } = this.#options;
    try {
      await core.receive(event, roomId);
    } catch (error) {
      log.debug('verification-malformed', { room: roomId, code: failureOf(error).code });
    }
  }

  /** Whether there is somebody to compare emoji with this person. */
  async #isWelcome(person: string): Promise<boolean> {
    const { adminRoom, operators = [], device, queues, now } = this.#options;
    if (adminRoom === null || operators.length === 0 || person === device.userId) return false;
    if (standingOf(person, device.userId, this.#options) !== 'served') return false;
    if (this.#open() >= MOST_OPEN) return false;
    return (await queues.outbox.countCauses('verification/', now() - HOUR)) < MOST_AN_HOUR;
  }
}
