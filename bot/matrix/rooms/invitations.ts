import { notices } from '../../administration/wording.ts';
import { type InvitationRow, mayBeSaid, type Queues } from '../../queues/queues.ts';
import { DAY, MINUTE } from '../../time.ts';
import { standingOf } from '../events/standing.ts';
import { serverOf } from '../events/user-id.ts';
import type { TchapClient } from '../http/client.ts';
import type { Connection } from '../http/connection.ts';
import { type Failure, failureOf } from '../http/failure.ts';
import { backOff, Notifier, wait } from '../http/wait.ts';
import type { TchapOptions } from '../options.ts';
import type { Throttle } from '../send/throttle.ts';
import { alert, sentence } from '../send/to-outbox.ts';
import { declined, declinedInvitation, shutOut } from '../send/wording.ts';

/** The same when a room that was replaced invites us: people who upgrade a room invite its members at once, or not at all. */
const MOST_UNINVITED = 3;
/** A join may fail because the invitation has not reached every server yet; ten attempts take about an hour. */
const MOST_ATTEMPTS = 10;

export interface InvitationsOptions
  extends Pick<
    TchapOptions,
    'adminRoom' | 'now' | 'log' | 'userId' | 'externals' | 'invitations' | 'operators'
  > {
  readonly queues: Queues;
  readonly client: Pick<TchapClient, 'join' | 'leaveRoom'>;
  readonly connection: Connection;
  readonly throttle: Throttle;
  readonly wakeSender: () => void;
}

/** Accepts or declines invitations one at a time, at the pace of the account, and tries again those that fail. */
export class Invitations {
  readonly #options: InvitationsOptions;
  readonly #notifier = new Notifier();

  constructor(options: InvitationsOptions) {
    this.#options = options;
  }

  wake(): void {
    this.#notifier.notify();
  }

  async run(signal: AbortSignal): Promise<void> {
    const { connection, queues, now, throttle, log } = this.#options;
    while (!signal.aborted) {
      await connection.whenUp(signal);
      try {
        const next = await queues.rooms.nextInvitation();
        const pause = next === undefined ? MINUTE : next.next_at - now();
        if (next === undefined || pause > 0) {
          await this.#notifier.wait(Math.min(MINUTE, pause), signal);
          continue;
        }
        await throttle.turn(signal);
        if (!signal.aborted) await this.#treat(next);
      } catch (error) {
        log.error('invitations-failed', { code: failureOf(error).code });
        await wait(1000, signal);
      }
    }
  }

  async #treat(invitation: InvitationRow): Promise<void> {
    const { client, queues, log } = this.#options;
    const { room_id: roomId, inviter } = invitation;
    try {
      if (invitation.accept === 1) {
        // Before joining: from then on, what the sync says of the room is fresher.
        await queues.rooms.save(roomId, {
          membership: 'leave',
          direct: invitation.direct,
          ...(invitation.predecessor === null ? { inviter } : {}),
        });
        await client.join(roomId, [serverOf(inviter)]);
        log.info('joined', { room: roomId, inviter });
      } else {
        await client.leaveRoom(roomId, this.#whyNot(inviter));
        log.info('declined', { room: roomId, inviter });
      }
      await queues.rooms.removeInvitation(roomId);
    } catch (error) {
      await this.#failed(invitation, failureOf(error));
    }
  }

  #whyNot(inviter: string): string {
    const standing = standingOf(inviter, this.#options.userId, this.#options);
    return standing === 'served' ? declinedInvitation : declined[standing];
  }

  async #failed(invitation: InvitationRow, failure: Failure): Promise<void> {
    const { queues, log, now, wakeSender } = this.#options;
    const { room_id: roomId, attempts, accept, predecessor } = invitation;
    if (failure.kind === 'aborted' || failure.kind === 'account') return;
    log.warn('join-failed', { room: roomId, kind: failure.kind, code: failure.code, attempts });
    if (predecessor !== null && failure.kind === 'forbidden' && attempts + 1 >= MOST_UNINVITED) {
      await this.#tellShutOut(roomId, predecessor);
      return;
    }
    if (accept === 0 || attempts + 1 >= MOST_ATTEMPTS) {
      await queues.rooms.removeInvitation(roomId);
      if (accept === 1) {
        await alert(queues, this.#options, notices.failedJoin(roomId, failure.code));
        wakeSender();
      }
      return;
    }
    const pause = failure.kind === 'rate-limited' ? failure.waitMs : backOff(attempts, 2000, 600_000);
    await queues.rooms.postponeInvitation(roomId, now() + pause);
  }

  /** The room that was replaced and the administrators are told once that the bot waits to be invited. */
  async #tellShutOut(to: string, from: string): Promise<void> {
    const { queues, now, wakeSender } = this.#options;
    await queues.atOnce(async (kept) => {
      await kept.rooms.removeInvitation(to);
      if (!(await mayBeSaid(kept, `shut-out/${from}/${to}`, 365 * DAY, now()))) return;
      await kept.outbox.enqueue([sentence(shutOut, { roomId: from }, `shut-out/${from}/${to}`)], now());
      await alert(kept, this.#options, notices.shutOut(from, to));
    });
    wakeSender();
  }
}
