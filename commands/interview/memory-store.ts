import type { InterviewKey, InterviewStore, StoredInterview } from './store.ts';

/** Interviews kept in memory: for the console, the batch mode and tests. Copies in and out, as a database would. */
export const createMemoryInterviewStore = (): InterviewStore => {
  const rows = new Map<string, StoredInterview>();
  const idOf = ({ roomId, thread, sender }: InterviewKey): string => JSON.stringify([roomId, thread, sender]);
  return {
    save: async (stored) => {
      rows.set(idOf(stored), structuredClone(stored));
    },
    remove: async (key) => {
      rows.delete(idOf(key));
    },
    ofSender: async (roomId, sender) =>
      [...rows.values()]
        .filter((row) => row.roomId === roomId && row.sender === sender)
        .sort((a, b) => b.updatedAt - a.updatedAt)
        .map((row) => structuredClone(row)),
    naming: async (event) =>
      [...rows.values()]
        .filter(({ state }) => JSON.stringify(state).includes(JSON.stringify(event)))
        .map((row) => structuredClone(row)),
    forgetBefore: async (instant) => {
      const old = [...rows].filter(([, { updatedAt }]) => updatedAt < instant);
      for (const [id] of old) rows.delete(id);
      return old.length;
    },
  };
};
