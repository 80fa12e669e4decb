import type { FollowUp, FollowUpStore } from './store.ts';

/** Follow-ups kept in memory, the latest thousand: for the console, the batch mode and tests. */
export const createMemoryFollowUps = (): FollowUpStore => {
  let rows: readonly FollowUp[] = [];
  const removeWhere = (isOld: (row: FollowUp) => boolean): void => {
    rows = rows.filter((row) => !isOld(row));
  };
  return {
    save: async (followUp) => {
      removeWhere(({ roomId, eventId }) => roomId === followUp.roomId && eventId === followUp.eventId);
      rows = [...rows.slice(-MOST + 1), structuredClone(followUp)];
    },
    inThread: async (roomId, thread) =>
      rows
        .filter((row) => row.roomId === roomId)
        .filter((row) => row.thread === thread || (thread !== null && row.eventId === thread))
        .toReversed()
        .toSorted((a, b) => b.askedAt - a.askedAt),
    ofEvent: async (roomId, id) =>
      rows.find((row) => row.roomId === roomId && (row.eventId === id || row.last?.eventId === id)) ?? null,
    remove: async (id) => removeWhere(({ eventId }) => eventId === id),
    forgetBefore: async (instant) => removeWhere(({ askedAt }) => askedAt < instant),
  };
};

const MOST = 1000;
