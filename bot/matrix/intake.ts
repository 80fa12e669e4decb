import type { Database } from '../store/database.ts';
import { forget, hasWaiting, type Received, receive } from '../store/inbox.ts';
import { keyValue } from '../store/key-value.ts';
import { dropRoom, enqueue, partsOf } from '../store/outbox.ts';
import { findRoom, invite, type RoomChange, removeInvitation, saveRoom } from '../store/rooms.ts';
import { mayBeSaid } from '../store/said.ts';
import type { Self } from './addressing.ts';
import { isArrival, sinceArrival } from './arrival.ts';
import { fillGap, type Gap } from './backfill.ts';
import type { TchapClient } from './client.ts';
import { readEnvelope, toReceived } from './envelope.ts';
import { oldestAnswered, readEvent } from './event.ts';
import { failureOf } from './failure.ts';
import type { TchapOptions } from './options.ts';
import { alert } from './post.ts';
import { readRedaction } from './redaction.ts';
import { kindOf } from './room-state.ts';
import { type Invited, type JoinedRoom, readSync, type SyncResponse } from './sync-response.ts';
import { serverOf } from './user-id.ts';
import { alerts } from './wording.ts';

const day = 24 * 3_600_000;
const startedAt = 'started_at';
/** How much the clock of the homeserver may be behind ours, in milliseconds. */
const clockSkew = 10_000;

/** What an accepted answer of `/sync` gives to do. */
export interface Accepted {
  readonly nextBatch: string;
  /** Room of each event stored. */
  readonly received: readonly string[];
  /** Rooms where people whose devices we do not know yet may write to us. */
  readonly newcomers: readonly { readonly roomId: string; readonly users: readonly string[] }[];
}

interface RoomIntake {
  readonly room: JoinedRoom;
  readonly received: readonly Received[];
  readonly redacted: readonly string[];
  readonly truncated: boolean;
}

export interface IntakeOptions
  extends Pick<TchapOptions, 'adminRoom' | 'now' | 'log' | 'bots' | 'overhears' | 'invitations'> {
  readonly database: Database;
  readonly client: Pick<TchapClient, 'pageBefore'>;
  readonly self: () => Self;
  /** Counts events that are not for us, by reason. */
  readonly ignored: (reason: string) => void;
}

/**
 * Stores what an answer of `/sync` brings: events to handle, state of rooms, invitations and the token of the
 * next answer, in one transaction. Either all of it is stored, or the same answer is asked for again.
 */
export class Intake {
  readonly #options: IntakeOptions;
  /** Epoch milliseconds of the first sync without token; what was said before is history. */
  #startedAt = 0;

  constructor(options: IntakeOptions) {
    this.#options = options;
  }

  async accept(raw: unknown, since: string | null): Promise<Accepted> {
    const sync = readSync(raw, this.#options.self().userId);
    this.#startedAt = Number((await keyValue(this.#options.database).get(startedAt)) ?? 0);
    const rooms: RoomIntake[] = [];
    for (const room of sync.joined) rooms.push(await this.#sort(room, since));
    return await this.#options.database.transaction().execute(async (transaction) => {
      if (since === null) await keyValue(transaction).set(startedAt, String(this.#options.now()));
      return await this.#store(transaction, sync, rooms);
    });
  }

  /** Chooses the events of a room to be kept. Runs before the transaction, since it asks others. */
  async #sort(room: JoinedRoom, since: string | null): Promise<RoomIntake> {
    // Without a token the homeserver gives history, not news.
    if (since === null) return { room, received: [], redacted: [], truncated: false };
    const { database, self } = this.#options;
    const known = await findRoom(database, room.roomId);
    const wasThere = known?.membership === 'join';
    const me = self().userId;
    const arrived = room.timeline.some((event) => isArrival(event, me, wasThere));
    const gap =
      room.gap === null || arrived
        ? { events: [], truncated: false }
        : await this.#fill(room.roomId, room.gap, wasThere ? since : null);
    const timeline = sinceArrival([...gap.events, ...room.timeline], me, wasThere);
    const { received, redacted } = await this.#choose(room, timeline);
    return { room, received, redacted, truncated: gap.truncated };
  }

  /** @param since null when the room is new to us: then back to our arrival */
  async #fill(roomId: string, from: string, since: string | null): Promise<Gap> {
    const { client, now, self, log } = this.#options;
    const stop = {
      notBefore: now() - oldestAnswered,
      isArrival: (event: unknown) => isArrival(event, self().userId, since !== null),
    };
    try {
      const gap = await fillGap(client, { roomId, from, since }, stop);
      log.info('backfill', { room: roomId, events: gap.events.length });
      return gap;
    } catch (error) {
      const { kind, code } = failureOf(error);
      // A refusal would be the same for ever, and would hold back all other rooms; the rest is tried again.
      if (kind !== 'forbidden' && kind !== 'rejected') throw error;
      log.warn('backfill-refused', { room: roomId, code });
      return { events: [], truncated: true };
    }
  }

  async #choose(
    room: JoinedRoom,
    timeline: readonly unknown[],
  ): Promise<Pick<RoomIntake, 'received' | 'redacted'>> {
    const received: Received[] = [];
    const redacted: string[] = [];
    for (const event of timeline) {
      const envelope = readEnvelope(event);
      if (envelope === null) {
        this.#options.ignored('malformed');
        continue;
      }
      redacted.push(...readRedaction(event));
      const row = toReceived(room.roomId, envelope, event);
      if (row !== null && (await this.#isForUs(room, row, event, received))) received.push(row);
    }
    return { received, redacted };
  }

  async #isForUs(
    room: JoinedRoom,
    row: Received,
    event: unknown,
    before: readonly Received[],
  ): Promise<boolean> {
    const { database, self, bots, now, overhears } = this.#options;
    if (row.sender === self().userId) return false;
    // Synapse remembers its answers to a first sync for two minutes: news may then come with history in it.
    if (row.sentAt < this.#startedAt - clockSkew) {
      this.#options.ignored('before-start');
      return false;
    }
    // What an encrypted event says is only known to the worker.
    if (row.sessionId !== null) return now() - row.sentAt <= oldestAnswered && !bots.includes(row.sender);
    const known = await findRoom(database, room.roomId);
    const state = { ...emptyRoom(room.roomId), ...known, ...room.change };
    const context = { roomId: room.roomId, room: kindOf(state), self: self(), bots, now: now() };
    const read = readEvent(event, { ...context, overhears: false });
    if ('incoming' in read) return true;
    // A message of the same person that has not been handled yet may open an interview.
    if (
      read.ignored === 'not-addressed' &&
      (before.some(({ sender }) => sender === row.sender) ||
        (await hasWaiting(database, row.roomId, row.sender)) ||
        (await overhears(row.roomId, row.sender)))
    )
      return true;
    this.#options.ignored(read.ignored);
    return false;
  }

  async #store(transaction: Database, sync: SyncResponse, rooms: readonly RoomIntake[]): Promise<Accepted> {
    const { now, log } = this.#options;
    const work: string[] = [];
    for (const { room, received, redacted, truncated } of rooms) {
      await this.#enter(transaction, room);
      for (const row of received) {
        if (await receive(transaction, row, now())) work.push(row.roomId);
        else log.info('already-received', { event: row.eventId });
      }
      for (const target of redacted) await this.#withdraw(transaction, room.roomId, target);
      if (truncated)
        await this.#alert(transaction, alerts.truncated(room.roomId), `gap/${room.roomId}/${sync.nextBatch}`);
    }
    for (const roomId of sync.left) await leave(transaction, roomId);
    for (const invited of sync.invited) await this.#invite(transaction, invited);
    await keyValue(transaction).set('sync_token', sync.nextBatch);
    return {
      nextBatch: sync.nextBatch,
      received: work,
      newcomers: rooms.map(({ room }) => ({ roomId: room.roomId, users: room.newcomers })),
    };
  }

  async #enter(transaction: Database, room: JoinedRoom): Promise<void> {
    const change: RoomChange = { ...room.change, membership: 'join' };
    await saveRoom(transaction, room.roomId, change);
    await removeInvitation(transaction, room.roomId);
    const successor = room.change.successor ?? null;
    if (successor === null || room.upgradedBy === null || successor === room.roomId) return;
    // A tombstone is as good as an invitation by its author, if he may invite us; `upgrades.ts` checks the rest.
    if (!this.#mayInvite(room.upgradedBy)) return;
    if ((await findRoom(transaction, successor))?.membership === 'join') return;
    const direct = (await findRoom(transaction, room.roomId))?.direct === 1;
    const invitation = { roomId: successor, inviter: room.upgradedBy, direct, accept: true };
    await invite(transaction, invitation, this.#options.now());
  }

  #mayInvite(userId: string): boolean {
    const { users, homeservers } = this.#options.invitations;
    return users.includes(userId) || homeservers.includes(serverOf(userId));
  }

  /** A withdrawn question is forgotten; our answer to it is withdrawn too. */
  async #withdraw(transaction: Database, roomId: string, target: string): Promise<void> {
    await forget(transaction, { eventId: target });
    const parts = await partsOf(transaction, target);
    await enqueue(
      transaction,
      parts.map(({ part }) => ({
        roomId,
        kind: 'redaction',
        content: {},
        priority: 'interactive',
        cause: `withdrawn/${target}`,
        part,
        edits: target,
      })),
      this.#options.now(),
    );
  }

  async #invite(transaction: Database, { roomId, inviter, direct }: Invited): Promise<void> {
    const { now } = this.#options;
    const accept = this.#mayInvite(inviter);
    await invite(transaction, { roomId, inviter, direct, accept }, now());
    if (!accept && (await mayBeSaid(transaction, `invitation/${inviter}`, day, now())))
      await this.#alert(transaction, alerts.refusedInvitation(inviter), `invitation/${roomId}`);
  }

  #alert(transaction: Database, text: string, cause: string): Promise<void> {
    return alert(transaction, this.#options, text, cause);
  }
}

async function leave(transaction: Database, roomId: string): Promise<void> {
  await saveRoom(transaction, roomId, { membership: 'leave' });
  await removeInvitation(transaction, roomId);
  await dropRoom(transaction, roomId);
  await forget(transaction, { roomId });
}

const emptyRoom = (roomId: string) => ({
  room_id: roomId,
  membership: 'join' as const,
  encryption: null,
  history_visibility: null,
  access_rule: null,
  join_rule: null,
  direct: 0,
  members: null,
  successor: null,
});
