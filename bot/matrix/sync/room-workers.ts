import { createHash } from 'node:crypto';
import type { Attachment } from '../../../commands/command.ts';
import { notices } from '../../administration/wording.ts';
import type { Handler, Incoming, IncomingMessage } from '../../messages.ts';
import { type InboxRow, mayBeSaid, type Queued, type Queues } from '../../queues/queues.ts';
import { storageCode } from '../../store/sqlite-errors.ts';
import { DAY } from '../../time.ts';
import { type RoomCrypto, Undecryptable } from '../encryption/room-crypto.ts';
import type { Self } from '../events/addressing.ts';
import { readEvent } from '../events/event.ts';
import { kindOf } from '../events/room-state.ts';
import { type Standing, standingOf } from '../events/standing.ts';
import { serverOf } from '../events/user-id.ts';
import { failureOf } from '../http/failure.ts';
import { backOff, wait } from '../http/wait.ts';
import type { TchapOptions } from '../options.ts';
import { queuedReaction } from '../send/reaction.ts';
import { alert, sentence, toQueue } from '../send/to-outbox.ts';
import { apology, refusalOfExternals, refusalOfUnlisted } from '../send/wording.ts';
import { isLoneFile, isNews } from './lone-media.ts';
import { asEdit, originalRepliesToUs, repliesToUs } from './replies.ts';

const MOST_ATTEMPTS = 3;
/** A disk that has room again is noticed within so many milliseconds. */
const SLOWEST_RETRY = 5000;

export interface WorkerOptions
  extends Pick<
    TchapOptions,
    'adminRoom' | 'now' | 'log' | 'bots' | 'overhears' | 'externals' | 'invitations' | 'operators' | 'render'
  > {
  readonly queues: Queues;
  readonly crypto: RoomCrypto;
  readonly self: () => Self;
  readonly handler: Handler;
  readonly count: (what: 'answered' | 'ignored' | 'deadLetters' | 'undecryptable') => void;
  /** The bot is at work in a room (typing notice) until what is returned is called; neither throws. */
  readonly working: (roomId: string) => () => void;
  /** Text file that comes with an event, or null; only asked for commands. */
  readonly attachmentOf?: (roomId: string, event: unknown) => Promise<Attachment | null>;
  /** An event as the homeserver has it; what it replies to is never encrypted. */
  readonly original?: (roomId: string, eventId: string) => Promise<unknown>;
  /** What is said of an event of a verification of the bot, once it is handled; null when an event is none. */
  readonly verifyIn?: (roomId: string, event: unknown) => Promise<readonly Queued[] | null>;
  /** There is something new to send. */
  readonly wakeSender: () => void;
}

/** Handles what the inbox holds: rooms side by side, the events of a room one after the other. */
export class Workers {
  readonly #options: WorkerOptions;
  readonly #signal: AbortSignal;
  readonly #running = new Map<string, Promise<void>>();
  /** Rooms rung while they were at work: they look once more before they rest. */
  readonly #again = new Set<string>();
  /** Attempts to take back, by row: the disk failed them. */
  readonly #excused = new Map<number, number>();

  constructor(options: WorkerOptions, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
  }

  wake(roomId: string): void {
    if (this.#signal.aborted) return;
    if (this.#running.has(roomId)) {
      this.#again.add(roomId);
      return;
    }
    const run = this.#run(roomId).finally(() => {
      this.#running.delete(roomId);
      if (this.#again.delete(roomId)) this.wake(roomId);
    });
    this.#running.set(roomId, run);
  }

  /** Resolves when the events in hand are finished; the others stay in the inbox. */
  async idle(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  async #run(roomId: string): Promise<void> {
    for (let failures = 0; !this.#signal.aborted; ) {
      let id: number | null = null;
      try {
        const row = await this.#options.queues.inbox.next(roomId);
        if (row === undefined) return;
        id = row.id;
        await this.#handle(row);
        failures = 0;
      } catch (error) {
        // The event stays in the inbox: its next attempt is counted, and the third one is the last. A disk that refuses
        // what is written is no fault of the event: those attempts do not count, and are taken back with the next one.
        if (id !== null && storageCode(error) !== null) this.#excused.set(id, 1);
        this.#options.log.error('handling-failed', { room: roomId, code: failureOf(error).code });
        await wait(backOff(failures++, 250, SLOWEST_RETRY), this.#signal);
      }
    }
  }

  async #handle(row: InboxRow): Promise<void> {
    const { queues, handler, count, log } = this.#options;
    const attempts = row.attempts - (this.#excused.get(row.id) ?? 0);
    if (attempts >= MOST_ATTEMPTS) {
      await this.#giveUp(row);
      return;
    }
    await queues.inbox.setAttempts(row.id, attempts + 1);
    this.#excused.delete(row.id);
    const event = await this.#decrypted(row);
    if (event === 'locked') return;
    const verified = event === 'forged' ? null : await this.#options.verifyIn?.(row.room_id, event);
    if (verified) return this.#finish(row, verified);
    const incoming = event === 'forged' ? 'forged' : await this.#read(row, event);
    if (typeof incoming === 'string') {
      log.debug('ignored', { event: row.event_id, reason: incoming });
      count('ignored');
      await queues.inbox.finish(row.id, 'done');
      return;
    }
    await this.#finish(row, await this.#answer(incoming, handler));
  }

  /** What answers an event is queued as the event is handled: both or neither. */
  async #finish(row: InboxRow, queue: readonly Queued[]): Promise<void> {
    const { queues, count, wakeSender } = this.#options;
    await queues.atOnce(async (kept) => {
      await kept.outbox.enqueue(queue, this.#options.now());
      await kept.inbox.finish(row.id, 'done');
    });
    if (queue.length > 0) count('answered');
    wakeSender();
  }

  /** The event in clear, `locked` once set aside until its key comes, or `forged`. */
  async #decrypted(row: InboxRow): Promise<unknown> {
    const event: unknown = JSON.parse(row.event ?? 'null');
    if (row.session_id === null) return event;
    const first = await this.#decrypt(row, event);
    if (first !== 'locked') return first;
    const { queues } = this.#options;
    await queues.inbox.lock(row);
    // Once more: a key that came just before the event was set aside would not take it back.
    const second = await this.#decrypt(row, event);
    if (second !== 'locked' && row.session_id !== null)
      await queues.inbox.unlock(row.room_id, row.session_id);
    if (second === 'locked' && row.explained === 0) this.#options.count('undecryptable');
    return second;
  }

  async #decrypt(row: InboxRow, event: unknown): Promise<unknown> {
    try {
      return await this.#options.crypto.decrypt(row.room_id, event as Readonly<Record<string, unknown>>);
    } catch (error) {
      if (!(error instanceof Undecryptable)) throw error;
      const { code, reason } = error;
      this.#options.log.warn('undecryptable', { room: row.room_id, event: row.event_id, code });
      return reason;
    }
  }

  /** The event as the application sees it, or why it is ignored. */
  async #read(row: InboxRow, event: unknown): Promise<Incoming | string> {
    const { queues, self, bots, now, overhears } = this.#options;
    const read = readEvent(event, {
      roomId: row.room_id,
      room: kindOf(await queues.rooms.find(row.room_id)),
      self: self(),
      bots,
      // It was not too old when it came in: what counts is how long it has been here.
      now: Math.min(now(), row.sent_at + Math.max(0, now() - row.received_at)),
      overhears: await overhears(row.room_id, row.sender),
      repliesToUs: await repliesToUs(queues, event),
    });
    if ('ignored' in read) return read.ignored;
    const { incoming } = read;
    if (incoming.kind === 'reaction')
      return (await queues.outbox.causeOf(incoming.target)) === null ? 'reaction' : incoming;
    return incoming.replaces === null
      ? await this.#withAttachment(incoming, event)
      : await this.#readEdit(row, incoming, incoming.replaces);
  }

  async #withAttachment(incoming: IncomingMessage, event: unknown): Promise<IncomingMessage> {
    if (!/^[!！/]/.test(incoming.text) && !isLoneFile(incoming)) return incoming;
    const attachment = (await this.#options.attachmentOf?.(incoming.roomId, event)) ?? null;
    return attachment === null ? incoming : { ...incoming, attachment };
  }

  /** Only the edit of a message that we answered, by its author, is of interest. */
  async #readEdit(row: InboxRow, incoming: IncomingMessage, original: string): Promise<Incoming | string> {
    const { queues } = this.#options;
    const answered = (await queues.outbox.partsOf(original)).length > 0;
    if (!answered || !(await queues.inbox.sentBySame(original, incoming.sender))) return 'edit';
    // What no longer calls us leaves our answer as it is; an edit does not say what the first message replied to.
    if (incoming.addressed !== 'none' || !(await originalRepliesToUs(this.#options, row.room_id, original)))
      return incoming;
    return { ...incoming, addressed: 'mention' };
  }

  async #answer(incoming: Incoming, handler: Handler): Promise<readonly Queued[]> {
    const { queues, render, working, self } = this.#options;
    const standing = standingOf(incoming.sender, self().userId, this.#options);
    if (standing !== 'served') return await this.#turnAway(incoming, standing);
    if (!(await isNews(this.#options.queues, incoming, this.#options.now()))) return [];
    const isShown = incoming.kind === 'message' && incoming.addressed !== 'none';
    const done = isShown ? working(incoming.roomId) : () => {};
    try {
      const queue: Queued[] = [];
      for (const sent of await handler(incoming))
        if ('key' in sent) queue.push(queuedReaction(sent));
        else queue.push(...(await toQueue(queues, asEdit(incoming, sent), render)));
      return queue;
    } finally {
      done();
    }
  }

  /** Those who are not served are told so once a day; of a server that is not listed, the administrators are too. */
  async #turnAway(incoming: Incoming, standing: Exclude<Standing, 'served'>): Promise<readonly Queued[]> {
    const { queues, now, externals } = this.#options;
    if (incoming.kind === 'reaction' || incoming.addressed === 'none') return [];
    if (!(await mayBeSaid(queues, `external/${incoming.sender}`, DAY, now()))) return [];
    const { roomId, eventId, thread } = incoming;
    const server = serverOf(incoming.sender);
    if (standing === 'unlisted') await alert(queues, this.#options, notices.unlisted(server));
    const refusal = standing === 'external' ? refusalOfExternals : refusalOfUnlisted;
    return [sentence(refusal(externals.contact), { roomId, replyTo: eventId, thread }, eventId)];
  }

  /** Three attempts have failed, or have killed the process: the asker and the administrators are told. */
  async #giveUp(row: InboxRow): Promise<void> {
    const { queues, now, log, count, wakeSender } = this.#options;
    const reference = referenceOf(row.event_id);
    log.error('dead-letter', { event: row.event_id, room: row.room_id, reference });
    count('deadLetters');
    await queues.atOnce(async (kept) => {
      const where = { roomId: row.room_id, replyTo: row.event_id };
      await kept.outbox.enqueue([sentence(apology(reference), where, row.event_id)], now());
      await alert(kept, this.#options, notices.deadLetter(reference, row.room_id));
      await kept.inbox.finish(row.id, 'dead');
    });
    wakeSender();
  }
}

/** Short reference of an event, the same in the room, the alert and the log. */
const referenceOf = (eventId: string): string =>
  createHash('sha256').update(eventId).digest('hex').slice(0, 8).toUpperCase();
