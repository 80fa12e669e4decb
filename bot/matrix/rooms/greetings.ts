import { z } from 'zod';
import { announce } from '../../outgoing.ts';
import type { Queued, Queues, RoomRow } from '../../queues/queues.ts';
import { MINUTE } from '../../time.ts';
import { kindOf } from '../events/room-state.ts';
import type { TchapClient } from '../http/client.ts';
import type { Connection } from '../http/connection.ts';
import { failureOf } from '../http/failure.ts';
import { backOff, Notifier, wait } from '../http/wait.ts';
import type { TchapOptions } from '../options.ts';
import { toQueue } from '../send/to-outbox.ts';

/** In a larger room, whoever wanted the bot there says what it is. */
const MOST_MEMBERS = 50;

export interface GreetingOptions
  extends Pick<TchapOptions, 'adminRoom' | 'now' | 'log' | 'render' | 'greeting'> {
  readonly queues: Queues;
  readonly client: Pick<TchapClient, 'getRoomStateEvent' | 'getJoinedRoomMembers'>;
  readonly connection: Connection;
  readonly wakeSender: () => void;
}

/** Introduces the bot, once, in the rooms that a person has invited it to. What was decided is kept with the message. */
export class Greetings {
  readonly #options: GreetingOptions;
  readonly #notifier = new Notifier();

  constructor(options: GreetingOptions) {
    this.#options = options;
  }

  wake(): void {
    this.#notifier.notify();
  }

  async run(signal: AbortSignal): Promise<void> {
    const { connection, queues, log } = this.#options;
    for (let failures = 0; !signal.aborted; ) {
      await connection.whenUp(signal);
      try {
        for (const room of await queues.rooms.toGreet()) await this.#greet(room);
        failures = 0;
        await this.#notifier.wait(MINUTE, signal);
      } catch (error) {
        log.warn('greeting-failed', { code: failureOf(error).code });
        await wait(backOff(failures++, 1000, 60_000), signal);
      }
    }
  }

  async #greet(room: RoomRow): Promise<void> {
    const { queues, now, wakeSender } = this.#options;
    const queue = await this.#wordsFor(room);
    await queues.atOnce(async (kept) => {
      await kept.outbox.enqueue(queue, now());
      await kept.rooms.save(room.room_id, { greeting: 'over' });
    });
    if (queue.length > 0) wakeSender();
  }

  /** What is to be said in a room; nothing where people know the bot already, or are too many. */
  async #wordsFor(room: RoomRow): Promise<readonly Queued[]> {
    const { queues, adminRoom, render, greeting } = this.#options;
    const { room_id: roomId } = room;
    if (roomId === adminRoom || room.successor !== null) return [];
    const members = room.members ?? (await this.#options.client.getJoinedRoomMembers(roomId)).length;
    if (members > MOST_MEMBERS || (await this.#replacesAnother(roomId))) return [];
    const answer = (await greeting?.(kindOf(room))) ?? null;
    if (answer === null) return [];
    return await toQueue(queues, announce(roomId, answer, `greeting/${roomId}`), render);
  }

  /** Whether a room has taken the place of an older one; when the homeserver does not say, nothing is to be said there. */
  async #replacesAnother(roomId: string): Promise<boolean> {
    try {
      const create = await this.#options.client.getRoomStateEvent(roomId, 'm.room.create', '');
      return createSchema.parse(create).predecessor !== undefined;
    } catch (error) {
      const { kind } = failureOf(error);
      if (kind === 'forbidden' || kind === 'rejected') return true;
      throw error;
    }
  }
}

const createSchema = z.object({ predecessor: z.unknown().optional() });
