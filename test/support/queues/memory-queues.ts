import type {
  Cooldowns,
  Inbox,
  InboxRow,
  InvitationRow,
  KeyValue,
  Outbox,
  OutboxRow,
  Queues,
  RoomRow,
  Rooms,
} from '../../bot/queues/queues.ts';
import { transactionId } from '../../bot/store/queues/outbox.ts';

/** What queues hold, as the database would. */
export interface MemoryTables {
  inbox: InboxRow[];
  outbox: OutboxRow[];
  rooms: Map<string, RoomRow>;
  invitations: InvitationRow[];
  cooldowns: Map<string, number>;
  values: Map<string, string>;
  next: number;
}

/** Queues in memory, for the tests of those who use them; the contract is that of the database. */
export const createMemoryQueues = (): Queues & { readonly tables: MemoryTables } => {
  const tables: MemoryTables = {
    inbox: [],
    outbox: [],
    rooms: new Map(),
    invitations: [],
    cooldowns: new Map(),
    values: new Map(),
    next: 1,
  };
  let last: Promise<unknown> = Promise.resolve();
  const queues: Queues & { readonly tables: MemoryTables } = {
    tables,
    inbox: inboxOf(tables),
    outbox: outboxOf(tables),
    rooms: roomsOf(tables),
    cooldowns: cooldownsOf(tables),
    values: valuesOf(tables),
    counts: async () => ({
      rooms: [...tables.rooms.values()].filter(({ membership }) => membership === 'join').length,
      waiting: tables.inbox.filter(({ state }) => state === 'waiting').length,
      undecryptable: tables.inbox.filter(({ state }) => state === 'locked').length,
      outgoing: tables.outbox.filter(({ state }) => state === 'waiting').length,
    }),
    atOnce: (work) => {
      const done = last.then(async () => {
        const before = structuredClone(tables);
        try {
          return await work(queues);
        } catch (error) {
          Object.assign(tables, before);
          throw error;
        }
      });
      last = done.catch(() => {});
      return done;
    },
  };
  return queues;
};

const inboxOf = (tables: MemoryTables): Inbox => {
  const change = (which: (row: InboxRow) => boolean, to: Partial<InboxRow>): number => {
    const rows = tables.inbox.filter(which);
    for (const row of rows) Object.assign(row, to);
    return rows.length;
  };
  const rooms = (rows: readonly InboxRow[]) => [...new Set(rows.map((row) => row.room_id))];
  return {
    async receive({ eventId, roomId, sender, event, sessionId, cipherHash, sentAt }, now) {
      const isKnown = tables.inbox.some(
        (row) => row.event_id === eventId || (cipherHash !== null && row.cipher_hash === cipherHash),
      );
      if (isKnown) return false;
      tables.inbox.push({
        id: tables.next++,
        event_id: eventId,
        room_id: roomId,
        sender,
        event,
        session_id: sessionId,
        cipher_hash: cipherHash,
        state: 'waiting',
        attempts: 0,
        explained: 0,
        sent_at: sentAt,
        received_at: now,
      });
      return true;
    },
    next: async (roomId) =>
      copy(tables.inbox.find((row) => row.state === 'waiting' && row.room_id === roomId)),
    setAttempts: async (id, attempts) => void change((row) => row.id === id, { attempts }),
    finish: async (id, state) => void change((row) => row.id === id, { state, event: null }),
    lock: async (given) =>
      change(
        (row) =>
          row.state === 'waiting' && row.room_id === given.room_id && row.session_id === given.session_id,
        { state: 'locked', attempts: 0 },
      ),
    unlock: async (roomId, sessionId) =>
      change((row) => row.state === 'locked' && row.room_id === roomId && row.session_id === sessionId, {
        state: 'waiting',
      }),
    unlockAll: async () => void change((row) => row.state === 'locked', { state: 'waiting' }),
    roomsWithWork: async () => rooms(tables.inbox.filter((row) => row.state === 'waiting')),
    hasWaiting: async (roomId, sender) =>
      tables.inbox.some((row) => row.state === 'waiting' && row.room_id === roomId && row.sender === sender),
    sentBySame: async (eventId, sender) =>
      tables.inbox.find((row) => row.event_id === eventId)?.sender === sender,
    unexplained: async (before) =>
      rooms(
        tables.inbox.filter(
          (row) => row.state === 'locked' && row.explained === 0 && row.received_at <= before,
        ),
      ),
    markExplained: async (roomId) =>
      void change((row) => row.state === 'locked' && row.room_id === roomId, { explained: 1 }),
    forget: async (what) =>
      void change(
        (row) =>
          ['waiting', 'locked'].includes(row.state) &&
          ('eventId' in what ? row.event_id === what.eventId : row.room_id === what.roomId),
        { state: 'done', event: null },
      ),
    tidy: async (lockedBefore, doneBefore) => {
      change((row) => row.state === 'locked' && row.received_at < lockedBefore, {
        state: 'done',
        event: null,
      });
      tables.inbox = tables.inbox.filter(
        (row) => !(['done', 'dead'].includes(row.state) && row.received_at < doneBefore),
      );
    },
  };
};

const PRIORITIES = { interactive: 0, scheduled: 1, last: 2 } as const;

const outboxOf = (tables: MemoryTables): Outbox => {
  const change = (which: (row: OutboxRow) => boolean, to: Partial<OutboxRow>): void => {
    for (const row of tables.outbox.filter(which)) Object.assign(row, to);
  };
  const waiting = (): readonly OutboxRow[] => tables.outbox.filter(({ state }) => state === 'waiting');
  return {
    async enqueue(queue, now) {
      for (const { roomId, kind, content, priority, cause, part, edits } of queue) {
        const transaction = transactionId(cause, roomId, kind, part);
        if (tables.outbox.some((row) => row.transaction_id === transaction)) continue;
        tables.outbox.push({
          id: tables.next++,
          transaction_id: transaction,
          room_id: roomId,
          kind,
          content: JSON.stringify(content),
          priority: PRIORITIES[priority],
          cause,
          part,
          edits,
          state: 'waiting',
          event_id: null,
          created_at: now,
        });
      }
    },
    hasToSend: async (exceptRooms) => waiting().some((row) => !exceptRooms.includes(row.room_id)),
    waitingRooms: async (exceptRooms) =>
      [...Map.groupBy(waiting(), (row) => row.room_id)]
        .filter(([roomId]) => !exceptRooms.includes(roomId))
        .map(([roomId, rows]) => ({
          roomId,
          priority: Math.min(...rows.map(({ priority }) => priority)),
          id: Math.min(...rows.map(({ id }) => id)),
        })),
    waitingIn: async (roomId, most) =>
      waiting()
        .filter((row) => row.room_id === roomId)
        .toSorted((a, b) => a.priority - b.priority || a.id - b.id)
        .slice(0, most)
        .map(({ id, priority, cause, edits }) => ({
          id,
          priority,
          cause,
          person: tables.inbox.find((row) => row.event_id === (edits ?? cause))?.sender ?? null,
        })),
    find: async (id) => copy(tables.outbox.find((row) => row.id === id)),
    markSent: async (id, eventId) =>
      change((row) => row.id === id, { state: 'sent', event_id: eventId, content: null }),
    replaceContent: async (id, content) =>
      change((row) => row.id === id, { content: JSON.stringify(content) }),
    drop: async (id) => change((row) => row.id === id, { state: 'dropped', content: null }),
    dropRoom: async (roomId) =>
      change((row) => row.state === 'waiting' && row.room_id === roomId, { state: 'dropped', content: null }),
    partsOf: async (cause) =>
      tables.outbox
        .filter((row) => row.cause === cause && row.kind === 'message')
        .toSorted((a, b) => a.part - b.part)
        .map((row) => ({ ...row })),
    async standingParts(cause, before = Number.MAX_SAFE_INTEGER) {
      const standing = new Map<number, string | null>();
      for (const row of tables.outbox) {
        const isOfIt = row.cause === cause || row.edits === cause;
        if (!isOfIt || row.id >= before || row.state === 'dropped' || row.kind === 'reaction') continue;
        if (row.kind === 'redaction') standing.delete(row.part);
        else if (!standing.has(row.part)) standing.set(row.part, row.event_id);
      }
      return standing;
    },
    editsOf: async (cause) =>
      tables.outbox.flatMap((row) =>
        row.edits === cause && row.kind === 'message' && row.event_id !== null ? row.event_id : [],
      ),
    causeOf: async (eventId) => tables.outbox.find((row) => row.event_id === eventId)?.cause ?? null,
    countCauses: async (prefix, since) =>
      tables.outbox.filter((row) => row.cause.startsWith(prefix) && row.created_at > since).length,
    tidy: async (before) => {
      tables.outbox = tables.outbox.filter((row) => row.state === 'waiting' || row.created_at >= before);
    },
  };
};

const UNKNOWN: Omit<RoomRow, 'room_id'> = {
  membership: 'join',
  encryption: null,
  history_visibility: null,
  access_rule: null,
  join_rule: null,
  direct: 0,
  members: null,
  successor: null,
  seen_event: null,
  power_levels: null,
  creators: null,
  greeting: null,
  inviter: null,
};

const roomsOf = (tables: MemoryTables): Rooms => ({
  find: async (roomId) => copy(tables.rooms.get(roomId)),
  async save(roomId, { encryption, ...others }) {
    const known = tables.rooms.get(roomId) ?? { room_id: roomId, ...UNKNOWN };
    tables.rooms.set(roomId, { ...known, ...others, encryption: encryption ?? known.encryption });
  },
  async fill(roomId, rights) {
    const known = tables.rooms.get(roomId);
    if (known === undefined) return;
    known.power_levels ??= rights.power_levels;
    known.creators ??= rights.creators;
  },
  async oweGreeting(roomId) {
    const known = tables.rooms.get(roomId) ?? { room_id: roomId, ...UNKNOWN, membership: 'leave' };
    tables.rooms.set(roomId, { ...known, greeting: known.greeting ?? 'due' });
  },
  toGreet: async () =>
    [...tables.rooms.values()]
      .filter((room) => room.greeting === 'due' && room.membership === 'join')
      .map((room) => ({ ...room })),
  upgraded: async () =>
    [...tables.rooms.values()].flatMap(({ room_id: from, successor: to }) =>
      to !== null && to !== from && tables.rooms.get(to)?.membership === 'join' ? { from, to } : [],
    ),
  async invite({ roomId, inviter, direct, accept, predecessor = null }, now) {
    const known = tables.invitations.find((row) => row.room_id === roomId);
    if (known !== undefined && (known.predecessor === null || predecessor !== null)) return;
    tables.invitations = tables.invitations.filter((row) => row !== known);
    const numbers = { direct: Number(direct), accept: Number(accept), attempts: 0, next_at: now };
    tables.invitations.push({ room_id: roomId, inviter, predecessor, ...numbers });
  },
  nextInvitation: async () => copy(tables.invitations.toSorted((a, b) => a.next_at - b.next_at)[0]),
  async postponeInvitation(roomId, until) {
    for (const row of tables.invitations.filter(({ room_id }) => room_id === roomId))
      Object.assign(row, { attempts: row.attempts + 1, next_at: until });
  },
  async removeInvitation(roomId) {
    tables.invitations = tables.invitations.filter((row) => row.room_id !== roomId);
  },
});

const cooldownsOf = (tables: MemoryTables): Cooldowns => ({
  isCooling: async (key, now) => now < (tables.cooldowns.get(key) ?? 0),
  start: async (key, everyMs, now) => void tables.cooldowns.set(key, now + everyMs),
  async tidy(now) {
    for (const [key, until] of tables.cooldowns) if (until <= now) tables.cooldowns.delete(key);
  },
});

const valuesOf = (tables: MemoryTables): KeyValue => ({
  get: async (key) => tables.values.get(key) ?? null,
  set: async (key, value) =>
    void (value === null ? tables.values.delete(key) : tables.values.set(key, value)),
});

/** Rows are given as they are at that moment, as from a database. */
const copy = <T extends object>(row: T | undefined): T | undefined =>
  row === undefined ? undefined : { ...row };
