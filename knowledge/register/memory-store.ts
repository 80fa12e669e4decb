import { firstChanges } from './changes.ts';
import { isUndated } from './deadline.ts';
import type { Derogation, HistoryLine } from './derogation.ts';
import type { Draft, Mark, NewDerogation, RegisterStore, Rooms } from './store.ts';

/** Registers kept in memory: for the console, the batch mode and tests. Copies in and out, as a database would. */
export const createMemoryRegisterStore = (): RegisterStore => {
  let derogations: readonly Derogation[] = [];
  let lines: readonly HistoryLine[] = [];
  const writes = new Map<string, readonly number[]>();
  const drafts = new Map<string, Draft>();
  const shifts = new Map<string, number>();

  const openIn = (rooms: Rooms, holds: (derogation: Derogation) => boolean): readonly Derogation[] =>
    derogations
      .filter((one) => one.state === 'ouverte' && isIn(rooms, one) && holds(one))
      .sort(byDeadline)
      .map(copy);

  const record = (line: Omit<HistoryLine, 'by' | 'at'>, { by, at }: Mark): void => {
    lines = [...lines, copy({ ...line, by, at })];
  };

  return {
    list: async (rooms, { state, offset, limit }) => {
      const all = derogations.filter(
        (one) => isIn(rooms, one) && (state === 'toutes' || one.state === state),
      );
      return {
        total: all.length,
        items: all
          .toSorted(byDeadline)
          .slice(offset, offset + limit)
          .map(copy),
      };
    },
    find: async (roomId, number) => {
      const found = derogations.find((one) => one.roomId === roomId && one.number === number);
      return found === undefined ? null : copy(found);
    },
    history: async (roomId, number) =>
      lines.filter((line) => line.roomId === roomId && line.number === number).map(copy),
    dueBefore: async (date, rooms) => openIn(rooms, ({ due }) => due !== null && due <= date),
    undated: async (rooms) => openIn(rooms, ({ entry }) => isUndated(entry)),
    writtenBy: async (roomId, cause) => writes.get(keyOf(roomId, cause)) ?? null,
    add: async (roomId, change, added, mark) => {
      const key = keyOf(roomId, mark.cause);
      const before = writes.get(key);
      if (before !== undefined) return before;
      const last = Math.max(
        0,
        ...derogations.filter((one) => one.roomId === roomId).map(({ number }) => number),
      );
      const fresh = added.map((one, index) => opened(roomId, last + index + 1, one));
      derogations = [...derogations, ...fresh];
      for (const { number, entry } of fresh)
        record({ roomId, number, version: 1, change, fields: firstChanges(entry), motif: null }, mark);
      const numbers = fresh.map(({ number }) => number);
      writes.set(key, numbers);
      if (change === 'import') drafts.delete(keyOf(roomId, mark.by));
      return numbers;
    },
    revise: async (roomId, revision, mark) => {
      const key = keyOf(roomId, mark.cause);
      if (writes.has(key)) return true;
      const { number, version, change, fields, motif, ...next } = revision;
      const isIt = (one: Derogation): boolean => one.roomId === roomId && one.number === number;
      if (derogations.find(isIt)?.version !== version) return false;
      derogations = derogations.map((one) =>
        isIt(one) ? copy({ ...one, ...next, motif, version: version + 1 }) : one,
      );
      record({ roomId, number, version: version + 1, change, fields, motif }, mark);
      writes.set(key, [number]);
      return true;
    },
    keepDraft: async (draft) => {
      drafts.set(keyOf(draft.roomId, draft.sender), draft);
    },
    draft: async (roomId, sender) => drafts.get(keyOf(roomId, sender)) ?? null,
    forgetDraftOf: async (event) => {
      for (const [key, { events = [] }] of drafts) if (events.includes(event)) drafts.delete(key);
    },
    move: async (from, to) => {
      const key = keyOf(from, to);
      if (!derogations.some(({ roomId }) => roomId === from)) return shifts.get(key) ?? 0;
      const taken = Math.max(
        0,
        ...derogations.filter(({ roomId }) => roomId === to).map(({ number }) => number),
      );
      const moved = <T extends { readonly roomId: string; readonly number: number }>(one: T): T =>
        one.roomId === from ? { ...one, roomId: to, number: one.number + taken } : one;
      derogations = derogations.map(moved);
      lines = lines.map(moved);
      shifts.set(key, taken);
      return taken;
    },
    forgetDrafts: async (before) => {
      const old = [...drafts].filter(([, { at }]) => at < before);
      for (const [key] of old) drafts.delete(key);
      return old.length;
    },
  };
};

const opened = (roomId: string, number: number, { entry, due }: NewDerogation): Derogation =>
  copy({ roomId, number, version: 1, state: 'ouverte', motif: null, entry, due });

const copy = <T>(value: T): T => structuredClone(value);

const keyOf = (roomId: string, other: string): string => JSON.stringify([roomId, other]);

const isIn = (rooms: Rooms, { roomId }: Derogation): boolean => rooms === 'all' || rooms.includes(roomId);

/** Later than every date. */
const NEVER = '~';

const byDeadline = (a: Derogation, b: Derogation): number =>
  compare(a.due ?? NEVER, b.due ?? NEVER) || compare(a.roomId, b.roomId) || a.number - b.number;

/** By code unit, as SQLite compares texts. */
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
