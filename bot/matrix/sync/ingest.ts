import { notices } from '../../administration/wording.ts';
import { mayBeSaid, type Queues, type RoomChange } from '../../queues/queues.ts';
import { HOUR } from '../../time.ts';
import { type Invited, type JoinedRoom, readSync, type SyncResponse } from '../events/sync-response.ts';
import { serverOf } from '../events/user-id.ts';
import type { TchapOptions } from '../options.ts';
import { alert, sentence } from '../send/to-outbox.ts';
import { unread } from '../send/wording.ts';
import { type Position, type Selected, type SelectionOptions, select } from './event-filter.ts';

/** Date of the first sync without token, epoch milliseconds; what was said before is history. */
const startedAt = 'started_at';

/** Set while the homeserver has refused our token and no answer without it has been stored. */
const tokenLost = 'sync_token_lost';

/**
 * Forgets the sync token, which the homeserver does not recognise any more. The next answer comes without one, and each
 * room is read back to the last event that was seen there.
 */
export const forgetToken = (queues: Queues): Promise<void> =>
  queues.atOnce(async (kept) => {
    await kept.values.set('sync_token', null);
    await kept.values.set(tokenLost, '1');
  });

/** What an accepted answer of `/sync` gives to do. */
export interface Accepted {
  readonly nextBatch: string;
  /** Room of each event stored. */
  readonly received: readonly string[];
  /** Rooms whose members may have changed. */
  readonly changed: readonly string[];
  /** Rooms where people whose devices we do not know yet may write to us. */
  readonly joining: readonly { readonly roomId: string; readonly users: readonly string[] }[];
}

export interface IngestOptions
  extends SelectionOptions,
    Pick<TchapOptions, 'adminRoom' | 'invitations' | 'withdrawn'> {
  /** The bot has taken this display name. */
  readonly renamed?: (name: string | null) => void;
}

/**
 * Stores what an answer of `/sync` brings: events to handle, state of rooms, invitations and the token of the
 * next answer, in one transaction. Either all of it is stored, or the same answer is asked for again.
 */
export class Ingest {
  readonly #options: IngestOptions;

  constructor(options: IngestOptions) {
    this.#options = options;
  }

  async accept(raw: unknown, since: string | null): Promise<Accepted> {
    const sync = readSync(raw, this.#options.self().userId);
    const store = this.#options.queues.values;
    const notBefore = Number((await store.get(startedAt)) ?? 0);
    const position: Position =
      since !== null ? { since } : (await store.get(tokenLost)) === null ? 'first' : 'lost';
    // First, so that those who call the bot by its new name are understood.
    const named = sync.joined.findLast(({ ownName }) => ownName !== undefined);
    if (named?.ownName !== undefined) this.#options.renamed?.(named.ownName);
    const rooms: Selected[] = [];
    for (const room of sync.joined) rooms.push(await select(room, position, notBefore, this.#options));
    const accepted = await this.#options.queues.atOnce(async (kept) => {
      if (position === 'first') await kept.values.set(startedAt, String(this.#options.now()));
      await kept.values.set(tokenLost, null);
      return await this.#store(kept, sync, rooms);
    });
    // Once the transaction is over: there is one connection to the database.
    for (const { redacted } of rooms)
      for (const eventId of redacted) await this.#options.withdrawn?.(eventId);
    return accepted;
  }

  async #store(kept: Queues, sync: SyncResponse, rooms: readonly Selected[]): Promise<Accepted> {
    const { now, log } = this.#options;
    const work: string[] = [];
    for (const { room, received, redacted, truncated } of rooms) {
      await this.#enter(kept, room);
      for (const row of received) {
        if (await kept.inbox.receive(row, now())) work.push(row.roomId);
        else log.info('already-received', { event: row.eventId });
      }
      for (const target of redacted) await this.#withdraw(kept, room.roomId, target);
      if (truncated) await this.#tellGap(kept, room.roomId, `gap/${room.roomId}/${sync.nextBatch}`);
    }
    for (const roomId of sync.left) await leave(kept, roomId);
    for (const invited of sync.invited) await this.#invite(kept, invited);
    await kept.values.set('sync_token', sync.nextBatch);
    return {
      nextBatch: sync.nextBatch,
      received: work,
      changed: [...sync.left, ...rooms.flatMap(({ room }) => (room.membersChanged ? [room.roomId] : []))],
      joining: rooms.map(({ room }) => ({ roomId: room.roomId, users: room.joining })),
    };
  }

  async #enter(kept: Queues, room: JoinedRoom): Promise<void> {
    const change: RoomChange = { ...room.change, membership: 'join' };
    await kept.rooms.save(room.roomId, change);
    await kept.rooms.removeInvitation(room.roomId);
    const successor = room.change.successor ?? null;
    if (successor === null || room.upgradedBy === null || successor === room.roomId) return;
    // A tombstone is as good as an invitation by its author, if he may invite us; `upgrades.ts` checks the rest.
    if (!this.#mayInvite(room.upgradedBy)) return;
    if ((await kept.rooms.find(successor))?.membership === 'join') return;
    const direct = (await kept.rooms.find(room.roomId))?.direct === 1;
    const invitation = {
      roomId: successor,
      inviter: room.upgradedBy,
      direct,
      accept: true,
      predecessor: room.roomId,
    };
    await kept.rooms.invite(invitation, this.#options.now());
  }

  /** What could not be read again is said, in the room and to the administrators. */
  async #tellGap(kept: Queues, roomId: string, cause: string): Promise<void> {
    const { now } = this.#options;
    await alert(kept, this.#options, notices.truncated(roomId));
    if (await mayBeSaid(kept, `gap/${roomId}`, HOUR, now()))
      await kept.outbox.enqueue([sentence(unread, { roomId }, cause)], now());
  }

  #mayInvite(userId: string): boolean {
    const { users, homeservers } = this.#options.invitations;
    return users.includes(userId) || homeservers.includes(serverOf(userId));
  }

  /** A withdrawn question is forgotten; our answer to it is withdrawn too. */
  async #withdraw(kept: Queues, roomId: string, target: string): Promise<void> {
    await kept.inbox.forget({ eventId: target });
    const parts = await kept.outbox.standingParts(target);
    const standing = [...parts.values()];
    // A replacement can be read by who asks for the history, even when what it replaced is gone.
    const edits = (await kept.outbox.editsOf(target)).filter((eventId) => !standing.includes(eventId));
    const common = { roomId, kind: 'redaction', priority: 'interactive', edits: target } as const;
    const withdrawn = [...parts.keys()].map((part) => ({
      ...common,
      content: {},
      cause: `withdrawn/${target}`,
      part,
    }));
    const replaced = edits.map((eventId) => ({
      ...common,
      content: { redacts: eventId },
      cause: `withdrawn-edit/${eventId}`,
      part: 0,
    }));
    await kept.outbox.enqueue([...withdrawn, ...replaced], this.#options.now());
  }

  async #invite(kept: Queues, { roomId, inviter, direct }: Invited): Promise<void> {
    const { now } = this.#options;
    const accept = this.#mayInvite(inviter);
    await kept.rooms.invite({ roomId, inviter, direct, accept }, now());
    if (accept && !this.#options.bots.includes(inviter)) await kept.rooms.oweGreeting(roomId);
    if (!accept) await alert(kept, this.#options, notices.refusedInvitation(inviter));
  }
}

const leave = async (kept: Queues, roomId: string): Promise<void> => {
  // Rights are told anew to whoever comes back.
  await kept.rooms.save(roomId, { membership: 'leave', power_levels: null, creators: null, inviter: null });
  await kept.rooms.removeInvitation(roomId);
  await kept.outbox.dropRoom(roomId);
  await kept.inbox.forget({ roomId });
};
