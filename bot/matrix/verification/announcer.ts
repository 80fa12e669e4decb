import type { ShortString } from '@matrix-org/matrix-sdk-crypto-nodejs';
import type { Queued, Queues } from '../../queues/queues.ts';
import { currentRoom } from '../../queues/successions.ts';
import { typeset } from '../../render/typeset.ts';
import { messageContent } from '../events/content.ts';
import { kindOf } from '../events/room-state.ts';
import type { TchapOptions } from '../options.ts';
import { sentence } from '../send/to-outbox.ts';
import { causeOf, type Exchange } from './exchanges.ts';
import { type End, endForPerson, forOperators, type Shown, WAIT } from './wording.ts';

export interface AnnouncerOptions extends Pick<TchapOptions, 'adminRoom' | 'operators' | 'now'> {
  readonly queues: Queues;
  readonly device: Shown;
  readonly wakeSender: () => void;
}

/** Tells the operators, whom it rings, and the person what becomes of a verification. */
export class Announcer {
  readonly #options: AnnouncerOptions;

  constructor(options: AnnouncerOptions) {
    this.#options = options;
  }

  /** The direct conversation that a person has opened with the bot, or null. */
  async roomWith(person: string): Promise<string | null> {
    const rooms = await this.#options.queues.rooms.openedBy(person);
    const direct = rooms.filter(
      (room) => kindOf(room) === 'direct' && room.successor === null && room.members !== 1,
    );
    return direct.at(-1)?.room_id ?? null;
  }

  /** @param isToBeTold whether the person is still to be told to wait */
  async asked({ code, person, roomId, request }: Exchange, isToBeTold: boolean): Promise<void> {
    const text = forOperators.asked(code, person, request.deviceId, roomId !== null);
    const told = isToBeTold && roomId !== null ? [sentence(WAIT, { roomId }, causeOf(code, 'told'))] : [];
    await this.#say([...(await this.#toOperators(text, causeOf(code, 'asked'))), ...told]);
  }

  async shown({ code, person }: Exchange, string: ShortString): Promise<void> {
    const text = forOperators.shown(code, person, string);
    await this.#say(await this.#toOperators(text, causeOf(code, 'shown')));
  }

  /** @param reason code of the specification, for who looks further */
  async over({ code, person, roomId }: Exchange, end: End, reason: string): Promise<void> {
    const cause = causeOf(code, 'end');
    const words = endForPerson(end, this.#options.device);
    const told = words === null || roomId === null ? [] : [sentence(words, { roomId }, `${cause}/person`)];
    await this.#say([
      ...(await this.#toOperators(forOperators.end(code, person, end, reason), cause)),
      ...told,
    ]);
  }

  async #toOperators(text: string, cause: string): Promise<readonly Queued[]> {
    const { adminRoom, operators = [], queues } = this.#options;
    if (adminRoom === null) return [];
    const roomId = await currentRoom(queues, adminRoom);
    const placement = { replyTo: null, thread: null, msgtype: 'text', mentions: operators } as const;
    const content = messageContent({ body: typeset(text), html: '' }, placement);
    return [{ roomId, kind: 'message', content, priority: 'interactive', cause, part: 0, edits: null }];
  }

  async #say(queue: readonly Queued[]): Promise<void> {
    const { queues, now, wakeSender } = this.#options;
    await queues.outbox.enqueue(queue, now());
    wakeSender();
  }
}
