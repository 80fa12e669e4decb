import type { Sheet, SheetHistoryLine } from './sheet.ts';
import type { ProjectStore, SheetDraft } from './store.ts';

/** Sheets kept in memory: for the console, the batch mode and tests. Copies in and out, as a database would. */
export const createMemoryProjectStore = (): ProjectStore => {
  const sheets = new Map<string, Sheet>();
  const histories = new Map<string, readonly SheetHistoryLine[]>();
  const written = new Set<string>();
  const drafts = new Map<string, SheetDraft>();

  const nextVersion = (roomId: string): number => (histories.get(roomId)?.at(-1)?.version ?? 0) + 1;
  const forget = (isOld: (draft: SheetDraft) => boolean): number => {
    const old = [...drafts].filter(([, draft]) => isOld(draft));
    for (const [key] of old) drafts.delete(key);
    return old.length;
  };

  return {
    find: async (roomId) => structuredClone(sheets.get(roomId) ?? null),
    history: async (roomId) => structuredClone(histories.get(roomId) ?? []),
    hasWritten: async (roomId, cause) => written.has(keyOf(roomId, cause)),
    write: async (roomId, { version, change, fields, facts, done, pending = [] }, { by, at, cause }) => {
      if (written.has(keyOf(roomId, cause))) return true;
      if ((sheets.get(roomId)?.version ?? null) !== version) return false;
      const next = nextVersion(roomId);
      sheets.set(roomId, structuredClone({ roomId, version: next, facts, done }));
      const line = structuredClone({ roomId, version: next, change, fields, by, at });
      histories.set(roomId, [...(histories.get(roomId) ?? []), line]);
      written.add(keyOf(roomId, cause));
      drafts.delete(keyOf(roomId, by));
      const asked = { roomId, sender: by, kind: 'remplacement', version: next, event: cause, at } as const;
      if (pending.length > 0) drafts.set(keyOf(roomId, by), structuredClone({ ...asked, fields: pending }));
      return true;
    },
    erase: async (roomId, version, { by, at, cause }) => {
      if (written.has(keyOf(roomId, cause))) return true;
      if (sheets.get(roomId)?.version !== version) return false;
      const line = {
        roomId,
        version: nextVersion(roomId),
        change: 'effacement',
        fields: [],
        by,
        at,
      } as const;
      sheets.delete(roomId);
      histories.set(roomId, [line]);
      written.add(keyOf(roomId, cause));
      forget((draft) => draft.roomId === roomId);
      return true;
    },
    keepDraft: async (draft) => {
      drafts.set(keyOf(draft.roomId, draft.sender), structuredClone(draft));
    },
    draft: async (roomId, sender) => structuredClone(drafts.get(keyOf(roomId, sender)) ?? null),
    forgetDraftOf: async (event) => {
      forget((draft) => draft.event === event);
    },
    forgetDrafts: async (before) => forget(({ at }) => at < before),
    move: async (from, to) => {
      const sheet = sheets.get(from);
      if (sheet === undefined || histories.has(to)) return;
      sheets.delete(from);
      sheets.set(to, { ...sheet, roomId: to });
      histories.set(
        to,
        (histories.get(from) ?? []).map((line) => ({ ...line, roomId: to })),
      );
      histories.delete(from);
    },
  };
};

const keyOf = (roomId: string, other: string): string => JSON.stringify([roomId, other]);
