import { notices } from '../../administration/wording.ts';
import type { OutboxRow, Queues } from '../../queues/queues.ts';
import { currentRoom } from '../../queues/successions.ts';
import { MINUTE } from '../../time.ts';
import { CONTRADICTED, type RoomCrypto } from '../encryption/room-crypto.ts';
import { type MessageContent, replacement } from '../events/content.ts';
import { redactedIn } from '../events/redaction.ts';
import type { TchapClient } from '../http/client.ts';
import type { Connection } from '../http/connection.ts';
import { type Failure, failureOf } from '../http/failure.ts';
import { Notifier, wait } from '../http/wait.ts';
import type { TchapOptions } from '../options.ts';
import { isOutdated } from './outdated.ts';
import { reactionContent } from './reaction.ts';
import { RoomDelays } from './room-delays.ts';
import type { Throttle } from './throttle.ts';
import { alert, sentence } from './to-outbox.ts';
import { Turns } from './turns.ts';
import { type Uploader, uploadFile, withoutText } from './upload.ts';
import { tooLarge } from './wording.ts';

export interface SenderOptions extends Pick<TchapOptions, 'adminRoom' | 'now' | 'log'> {
  readonly queues: Queues;
  readonly client: Pick<TchapClient, 'putEvent' | 'putRedaction'>;
  readonly crypto: RoomCrypto;
  readonly uploader: Uploader;
  readonly connection: Connection;
  readonly throttle: Throttle;
  readonly count: (what: 'sent' | 'sendFailures' | 'rateLimited') => void;
}

/** Rooms that are sent to side by side: more would only queue in the homeserver. */
const MOST_AT_ONCE = 64;
/** Times that a page of something on the way says « too large » before it is believed. */
const MOST_TOO_LARGE = 5;
/** Times that state and timeline of a room contradict each other, the state read again each time, before it is told: 40 seconds. */
const MOST_CONTRADICTED = 12;

/**
 * Empties the outbox: turn by turn between rooms and people, rooms side by side, in order within a room. A part that must
 * wait, or that hangs, makes the following ones of its room wait, and no other room.
 */
export class Sender {
  readonly #options: SenderOptions;
  readonly #turns: Turns;
  readonly #notifier = new Notifier();
  /** Rooms where something is being sent. */
  readonly #busy = new Map<string, Promise<void>>();
  /** The homeserver has asked every room for a pause, until then. */
  #restUntil = 0;
  readonly #delays = new RoomDelays();

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#turns = new Turns(options.queues.outbox);
  }

  /** Says that there is something new to send. */
  wake(): void {
    this.#notifier.notify();
  }

  /** Resolves when all that can be sent now has been sent, or at the deadline; what must wait does not count. */
  async drain(deadline: AbortSignal): Promise<void> {
    this.wake();
    while (!deadline.aborted && this.#options.connection.isUp && !(await this.#isIdle()))
      await wait(50, deadline);
  }

  async #isIdle(): Promise<boolean> {
    if (this.#busy.size > 0) return false;
    return this.#rest() > 0 || !(await this.#options.queues.outbox.hasToSend(this.#blocked()));
  }

  async run(signal: AbortSignal): Promise<void> {
    const { connection, log } = this.#options;
    while (!signal.aborted) {
      if (!connection.isUp) {
        await connection.whenUp(signal);
        // What failed because the homeserver was away may be tried at once.
        this.#delays.clear();
        continue;
      }
      try {
        const pause = await this.#beginNext();
        // Looked at again when notified: something more urgent may have come.
        if (pause > 0) await this.#notifier.wait(Math.min(MINUTE, pause), signal);
      } catch (error) {
        // The database refuses to be read or written: the row is still there.
        log.error('outbox-failed', { code: failureOf(error).code });
        await wait(1000, signal);
      }
    }
    await Promise.all(this.#busy.values());
  }

  #blocked(now = this.#options.now()): readonly string[] {
    return [...this.#delays.waiting(now), ...this.#busy.keys()];
  }

  /** Milliseconds of the pause that the homeserver asked for. */
  #rest(): number {
    return Math.max(0, this.#restUntil - this.#options.now());
  }

  /** Milliseconds until something delayed may be tried again; long when there is nothing. */
  #pause(): number {
    const rest = this.#rest();
    return rest > 0 ? rest : Math.max(50, this.#delays.shortest(this.#options.now(), this.#busy));
  }

  /** @returns milliseconds until there may be something to send; 0 when something is being sent now. */
  async #beginNext(): Promise<number> {
    const { queues, throttle } = this.#options;
    if (this.#rest() > 0 || this.#busy.size >= MOST_AT_ONCE) return this.#pause();
    const now = this.#options.now();
    if (!(await queues.outbox.hasToSend(this.#blocked(now)))) {
      // As of the question: a room whose wait has ended since has something to send, and failures to go on counting.
      this.#delays.forgetOver(now, this.#busy);
      return this.#pause();
    }
    const row = await this.#turns.take(this.#blocked(), throttle);
    if (typeof row === 'number') return Math.max(1, Math.min(row, this.#pause()));
    const sending = this.#send(row).finally(() => {
      this.#busy.delete(row.room_id);
      this.#notifier.notify();
    });
    this.#busy.set(row.room_id, sending);
    return 0;
  }

  async #send(row: OutboxRow): Promise<void> {
    const { queues, log, now, count } = this.#options;
    try {
      if (await isOutdated(row, this.#options)) {
        await queues.outbox.drop(row.id);
        return;
      }
      const eventId = await this.#put(row);
      await queues.outbox.markSent(row.id, eventId);
      this.#delays.succeeded(row.room_id);
      if (eventId !== null) count('sent');
    } catch (error) {
      try {
        await this.#failed(row, failureOf(error));
      } catch (second) {
        // The database again: the row is still there, and its transaction id makes a repetition harmless.
        log.error('outbox-failed', { code: failureOf(second).code });
        this.#delays.failed(row.room_id, now());
      }
    }
  }

  /** @returns the id of the event, null when there was nothing to do. */
  async #put(row: OutboxRow): Promise<string | null> {
    const { client, crypto } = this.#options;
    if (row.kind === 'reaction') return await this.#react(row);
    const target = row.edits === null ? null : await this.#targetOf(row.edits, row);
    if (row.kind === 'redaction') {
      const named = redactedIn(row.content) ?? target;
      return named === null ? null : await client.putRedaction(row.room_id, named, row.transaction_id);
    }
    // Throws when it cannot tell: "do not know" never means "in clear".
    const isEncrypted = await crypto.isEncrypted(row.room_id);
    const own = await this.#withFile(row, isEncrypted);
    const content = target === null ? own : replacement(own, target);
    if (!isEncrypted)
      return await client.putEvent(row.room_id, 'm.room.message', row.transaction_id, content);
    const encrypted = await crypto.encrypt(row.room_id, 'm.room.message', content);
    return await client.putEvent(row.room_id, 'm.room.encrypted', row.transaction_id, encrypted);
  }

  /** Under the first part of our answer, or under the event that it names. */
  async #react(row: OutboxRow): Promise<string | null> {
    const { client, queues } = this.#options;
    const parts = row.edits === null ? null : await queues.outbox.standingParts(row.edits, row.id);
    const content = reactionContent(row, parts?.get(0) ?? null);
    if (content === null) return null;
    return await client.putEvent(row.room_id, 'm.reaction', row.transaction_id, content);
  }

  /** The content of a row, its file uploaded; kept, so that a second attempt does not upload it again. */
  async #withFile(row: OutboxRow, isEncrypted: boolean): Promise<MessageContent> {
    const own = JSON.parse(row.content ?? '{}') as MessageContent;
    const uploaded = await uploadFile(own, isEncrypted, this.#options.uploader);
    if (uploaded !== null) await this.#options.queues.outbox.replaceContent(row.id, uploaded);
    return withoutText(uploaded ?? own);
  }

  async #targetOf(cause: string, { part, id }: OutboxRow): Promise<string | null> {
    return (await this.#options.queues.outbox.standingParts(cause, id)).get(part) ?? null;
  }

  async #failed(row: OutboxRow, failure: Failure): Promise<void> {
    const { log, now, count, connection } = this.#options;
    if (failure.kind === 'aborted') return;
    log.warn('send-failed', { room: row.room_id, kind: failure.kind, code: failure.code });
    count(failure.kind === 'rate-limited' ? 'rateLimited' : 'sendFailures');
    switch (failure.kind) {
      case 'account':
        // The sync loop meets the same refusal and decides; until then nothing more leaves.
        connection.lost('account-expired');
        return;
      case 'rate-limited':
        // The limit is on the account: every room waits.
        this.#restUntil = now() + failure.waitMs;
        return;
      case 'forbidden':
      case 'rejected':
        await this.#refused(row, failure);
        return;
      default: {
        const failures = this.#delays.failed(row.room_id, now());
        // A proxy that bounds the size of requests will not change its mind.
        if (failure.status === 413 && failures >= MOST_TOO_LARGE) await this.#refused(row, failure);
        if (failure.code === CONTRADICTED && failures >= MOST_CONTRADICTED)
          await alert(this.#options.queues, this.#options, notices.contradicted(row.room_id));
      }
    }
  }

  /** What will never be accepted is dropped; the administrators are told, and the room too when it was only too large. */
  async #refused(row: OutboxRow, { code, status }: Failure): Promise<void> {
    const { queues, now } = this.#options;
    await queues.atOnce(async (kept) => {
      await kept.outbox.drop(row.id);
      if (!(await this.#isExpected(kept, row)))
        await alert(kept, this.#options, notices.refusedMessage(row.room_id, code));
      if (status === 413)
        await kept.outbox.enqueue(
          [sentence(tooLarge, { roomId: row.room_id }, `too-large/${row.id}`)],
          now(),
        );
    });
    this.#delays.forget(row.room_id);
  }

  /** A refused alert must not bring another one; where nobody may react, answers are enough; a replaced room refuses all. */
  async #isExpected(kept: Queues, row: OutboxRow): Promise<boolean> {
    const { adminRoom } = this.#options;
    if (row.kind === 'reaction' || (await kept.rooms.find(row.room_id))?.successor != null) return true;
    return adminRoom !== null && row.room_id === (await currentRoom(kept, adminRoom));
  }
}
