import type { Database } from '../../store/database.ts';
import { drop, markSent, nextToSend, replaceContent, standingParts } from '../../store/queues/outbox.ts';
import { findRoom } from '../../store/queues/rooms.ts';
import type { OutboxRow } from '../../store/schema.ts';
import { MINUTE } from '../../time.ts';
import type { RoomCrypto } from '../encryption/room-crypto.ts';
import { type MessageContent, replacement } from '../events/content.ts';
import { OLDEST_ANSWERED } from '../events/event.ts';
import type { TchapClient } from '../http/client.ts';
import type { Connection } from '../http/connection.ts';
import { type Failure, failureOf } from '../http/failure.ts';
import { Bell, backOff, wait } from '../http/wait.ts';
import type { TchapOptions } from '../options.ts';
import type { Pacer } from './throttle.ts';
import { alert } from './to-outbox.ts';
import { type Uploader, uploadFile } from './upload.ts';
import { alerts } from './wording.ts';

export interface SenderOptions extends Pick<TchapOptions, 'adminRoom' | 'now' | 'log'> {
  readonly database: Database;
  readonly client: Pick<TchapClient, 'putEvent' | 'putRedaction'>;
  readonly crypto: RoomCrypto;
  readonly uploader: Uploader;
  readonly connection: Connection;
  readonly pacer: Pacer;
  readonly count: (what: 'sent' | 'sendFailures' | 'rateLimited') => void;
}

/**
 * Empties the outbox, one event at a time. Order is kept within a room: a part that must wait makes the
 * following ones of its room wait, and no other room.
 */
export class Sender {
  readonly #options: SenderOptions;
  readonly #bell = new Bell();
  /** The homeserver has asked for a pause. */
  #resting = false;
  /** Rooms whose last attempt failed: number of failures, and when to try again. */
  readonly #delayed = new Map<string, { readonly failures: number; readonly until: number }>();

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  /** Says that there is something new to send. */
  wake(): void {
    this.#bell.ring();
  }

  /** Resolves when all that can be sent now has been sent, or at the deadline; what must wait does not count. */
  async drain(deadline: AbortSignal): Promise<void> {
    this.wake();
    while (!deadline.aborted && this.#options.connection.isUp && !(await this.#isIdle()))
      await wait(50, deadline);
  }

  async #isIdle(): Promise<boolean> {
    return this.#resting || (await nextToSend(this.#options.database, this.#blocked())) === undefined;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { connection, log } = this.#options;
    while (!signal.aborted) {
      if (!connection.isUp) {
        await connection.whenUp(signal);
        // What failed because the homeserver was away may be tried at once.
        this.#delayed.clear();
        continue;
      }
      try {
        if (!(await this.#sendNext(signal))) await this.#bell.wait(this.#pause(), signal);
      } catch (error) {
        // The database refuses to be read or written: the row is still there.
        log.error('outbox-failed', { code: failureOf(error).code });
        await wait(1000, signal);
      }
    }
  }

  #blocked(): readonly string[] {
    const now = this.#options.now();
    return [...this.#delayed].filter(([, { until }]) => until > now).map(([roomId]) => roomId);
  }

  /** Milliseconds until a delayed room may be tried again; long when there is none. */
  #pause(): number {
    const next = Math.min(...[...this.#delayed.values()].map(({ until }) => until), Number.MAX_SAFE_INTEGER);
    return Math.min(MINUTE, Math.max(50, next - this.#options.now()));
  }

  /** @returns false when nothing can be sent now. */
  async #sendNext(signal: AbortSignal): Promise<boolean> {
    const { database, pacer } = this.#options;
    const blocked = this.#blocked();
    if ((await nextToSend(database, blocked)) === undefined) return false;
    await pacer.turn(signal);
    // Asked again: something more urgent may have come while we waited for our turn.
    const row = await nextToSend(database, blocked);
    if (row === undefined || signal.aborted) return row !== undefined;
    if (await this.#isOutdated(row)) {
      await drop(database, row.id);
      return true;
    }
    try {
      const eventId = await this.#put(row);
      await markSent(database, row.id, eventId);
      this.#delayed.delete(row.room_id);
      if (eventId !== null) this.#options.count('sent');
    } catch (error) {
      await this.#failed(row, failureOf(error), signal);
    }
    return true;
  }

  /** After 12 hours the homeserver may no longer recognise a repetition, and the answer is of no use. */
  async #isOutdated(row: OutboxRow): Promise<boolean> {
    const { database, now, log } = this.#options;
    const left = (await findRoom(database, row.room_id))?.membership === 'leave';
    const old = now() - row.created_at > OLDEST_ANSWERED;
    if (left || old) log.warn('send-dropped', { room: row.room_id, reason: left ? 'left' : 'too-old' });
    return left || old;
  }

  /** @returns the id of the event, null when there was nothing to do. */
  async #put(row: OutboxRow): Promise<string | null> {
    const { client, crypto } = this.#options;
    const target = row.edits === null ? null : await this.#targetOf(row.edits, row);
    if (row.kind === 'redaction')
      return target === null ? null : await client.putRedaction(row.room_id, target, row.transaction_id);
    // Throws when it cannot tell: "do not know" never means "in clear".
    const isEncrypted = await crypto.isEncrypted(row.room_id);
    const own = await this.#withFile(row, isEncrypted);
    const content = target === null ? own : replacement(own, target);
    if (!isEncrypted)
      return await client.putEvent(row.room_id, 'm.room.message', row.transaction_id, content);
    const encrypted = await crypto.encrypt(row.room_id, 'm.room.message', content);
    return await client.putEvent(row.room_id, 'm.room.encrypted', row.transaction_id, encrypted);
  }

  /** The content of a row, its file uploaded; kept, so that a second attempt does not upload it again. */
  async #withFile(row: OutboxRow, isEncrypted: boolean): Promise<MessageContent> {
    const own = JSON.parse(row.content ?? '{}') as MessageContent;
    const uploaded = await uploadFile(own, isEncrypted, this.#options.uploader);
    if (uploaded !== null) await replaceContent(this.#options.database, row.id, uploaded);
    return uploaded ?? own;
  }

  async #targetOf(cause: string, { part, id }: OutboxRow): Promise<string | null> {
    return (await standingParts(this.#options.database, cause, id)).get(part) ?? null;
  }

  async #failed(row: OutboxRow, failure: Failure, signal: AbortSignal): Promise<void> {
    const { database, log, now, count, connection } = this.#options;
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
        this.#resting = true;
        await wait(failure.waitMs, signal);
        this.#resting = false;
        return;
      case 'forbidden':
      case 'rejected':
        await drop(database, row.id);
        // A refused alert must not bring another one.
        if (row.room_id !== this.#options.adminRoom)
          await alert(
            database,
            this.#options,
            alerts.refusedMessage(row.room_id, failure.code),
            `refused/${row.id}`,
          );
        return;
      default: {
        const failures = (this.#delayed.get(row.room_id)?.failures ?? 0) + 1;
        this.#delayed.set(row.room_id, { failures, until: now() + backOff(failures - 1, 250, 30_000) });
      }
    }
  }
}
