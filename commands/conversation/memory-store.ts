import type { ConversationStore, Turn } from './store.ts';

/** Turns kept in memory, the latest thousand: for the console, the batch mode and tests. */
export const createMemoryConversations = (): ConversationStore => {
  let rows: readonly Turn[] = [];
  const same = (a: Turn, roomId: string, eventId: string): boolean =>
    a.roomId === roomId && a.eventId === eventId;
  return {
    save: async (turn) => {
      const kept = structuredClone(turn);
      rows = rows.some((row) => same(row, turn.roomId, turn.eventId))
        ? rows.map((row) => (same(row, turn.roomId, turn.eventId) ? { ...kept, at: row.at } : row))
        : [...rows.slice(-MOST + 1), kept];
    },
    ofSender: async (roomId, sender) =>
      rows
        .filter((row) => row.roomId === roomId && row.sender === sender)
        .toReversed()
        .toSorted((a, b) => b.at - a.at),
    ofEvent: async (roomId, eventId) => rows.find((row) => same(row, roomId, eventId)) ?? null,
    remove: async (id) => {
      rows = rows.filter(({ eventId }) => eventId !== id);
    },
    forgetBefore: async (instant) => {
      rows = rows.filter(({ at }) => at >= instant);
    },
  };
};

const MOST = 1000;
