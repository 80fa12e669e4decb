import type { Inbox, InboxRow } from '../../../bot/queues/queues.ts';
import { copy, type MemoryTables } from './memory-tables.ts';

export const inboxOf = (tables: MemoryTables): Inbox => {
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
