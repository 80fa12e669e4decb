import type { Outbox, OutboxRow } from '../../../bot/queues/queues.ts';
import { transactionId } from '../../../bot/store/queues/outbox.ts';
import { copy, type MemoryTables } from './memory-tables.ts';

const PRIORITIES = { interactive: 0, scheduled: 1, last: 2 } as const;

export const outboxOf = (tables: MemoryTables): Outbox => {
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
