import { firstChanges } from './changes.ts';
import { isUndated } from './deadline.ts';
import type { Derogation, HistoryLine } from './derogation.ts';
import type {
  Draft,
  ImportedNumbers,
  ListOptions,
  Mark,
  NewDerogation,
  RegisterStore,
  Revision,
  Rooms,
} from './store.ts';

/** Registers kept in memory: for the console, the batch mode and tests. Copies in and out, as a database would. */
export const createMemoryRegisterStore = (): RegisterStore => {
  let derogations: readonly Derogation[] = [];
  let lines: readonly HistoryLine[] = [];
  const writes = new Map<string, ImportedNumbers>();
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

  const addTo = (
    roomId: string,
    change: 'ajout' | 'import',
    added: readonly NewDerogation[],
    mark: Mark,
  ): readonly number[] => {
    const last = Math.max(
      0,
      ...derogations.filter((one) => one.roomId === roomId).map(({ number }) => number),
    );
    const fresh = added.map((one, index) => opened(roomId, last + index + 1, one));
    derogations = [...derogations, ...fresh];
    for (const { number, entry } of fresh)
      record({ roomId, number, version: 1, change, fields: firstChanges(entry), motif: null }, mark);
    if (change === 'import') drafts.delete(keyOf(roomId, mark.by));
    return fresh.map(({ number }) => number);
  };

  const inState = (rooms: Rooms, state: ListOptions['state']): readonly Derogation[] =>
    derogations
      .filter((one) => isIn(rooms, one) && (state === 'toutes' || one.state === state))
      .toSorted(byDeadline);

  const isSeen = (roomId: string, { number, version }: Revision): boolean =>
    derogations.some((one) => one.roomId === roomId && one.number === number && one.version === version);

  const reviseIn = (roomId: string, revision: Revision, mark: Mark): void => {
    const { number, version, change, fields, motif, ...next } = revision;
    derogations = derogations.map((one) =>
      one.roomId === roomId && one.number === number
        ? copy({ ...one, ...next, motif, version: version + 1 })
        : one,
    );
    record({ roomId, number, version: version + 1, change, fields, motif }, mark);
  };

  return {
    list: async (rooms, { state, offset = 0, limit = Number.POSITIVE_INFINITY }) => {
      const all = inState(rooms, state);
      return { total: all.length, items: all.slice(offset, offset + limit).map(copy) };
    },
    slices: async function* (rooms, state) {
      yield inState(rooms, state).map(copy);
    },
    firstLines: async (some) =>
      some.map((one) => lines.find(({ roomId, number }) => roomId === one.roomId && number === one.number)),
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
      if (before !== undefined) return before.added;
      const numbers = addTo(roomId, change, added, mark);
      writes.set(key, { added: numbers, revised: [] });
      return numbers;
    },
    importTable: async (roomId, { added, revised }, mark) => {
      const key = keyOf(roomId, mark.cause);
      const before = writes.get(key);
      if (before !== undefined) return before;
      if (!revised.every((revision) => isSeen(roomId, revision))) return null;
      for (const revision of revised) reviseIn(roomId, revision, mark);
      const numbers = {
        added: addTo(roomId, 'import', added, mark),
        revised: revised.map(({ number }) => number),
      };
      writes.set(key, numbers);
      return numbers;
    },
    revise: async (roomId, revision, mark) => {
      const key = keyOf(roomId, mark.cause);
      if (writes.has(key)) return true;
      if (!isSeen(roomId, revision)) return false;
      reviseIn(roomId, revision, mark);
      writes.set(key, { added: [], revised: [revision.number] });
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
