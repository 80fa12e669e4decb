import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Derogation } from '../../../knowledge/register/derogation.ts';
import type { RegisterStore } from '../../../knowledge/register/store.ts';
import { entry, fresh, mark, revisionOf } from '../register.ts';

const A = '!a:example.org';
const B = '!b:example.org';
const ALL = { state: 'toutes', offset: 0, limit: 100 } as const;

/** What every store of registers does; `open` gives an empty one, `close` ends it. */
export const registerStoreContract = (
  name: string,
  open: () => Promise<{ readonly store: RegisterStore; close(): Promise<void> }>,
): void => {
  describe(`${name} keeps registers`, () => {
    let store: RegisterStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ store, close } = await open());
    });
    afterEach(() => close());

    const read = async (roomId: string, number: number): Promise<Derogation> => {
      const found = await store.find(roomId, number);
      if (found === null) throw new Error(`no ${number} in ${roomId}`);
      return found;
    };

    it('numbers derogations by room, from 1', async () => {
      expect(await store.add(A, 'ajout', [fresh()], mark('$1'))).toEqual([1]);
      expect(await store.add(A, 'import', [fresh(), fresh()], mark('$2'))).toEqual([2, 3]);
      expect(await store.add(B, 'ajout', [fresh()], mark('$3'))).toEqual([1]);
      expect(await read(A, 1)).toEqual({
        roomId: A,
        number: 1,
        version: 1,
        state: 'ouverte',
        motif: null,
        entry: entry(),
        due: '2027-07-31',
      });
      expect(await store.find(A, 4)).toBeNull();
      expect(await store.find('!nowhere:example.org', 1)).toBeNull();
    });

    it('writes once for a room and a cause', async () => {
      expect(await store.writtenBy(A, '$1')).toBeNull();
      await store.add(A, 'import', [fresh(), fresh()], mark('$1'));
      expect(await store.add(A, 'import', [fresh(), fresh()], mark('$1'))).toEqual([1, 2]);
      expect(await store.writtenBy(A, '$1')).toEqual({ added: [1, 2], revised: [] });
      expect(await store.writtenBy(B, '$1')).toBeNull();
      expect((await store.list('all', ALL)).total).toBe(2);

      const one = await read(A, 1);
      expect(await store.revise(A, revisionOf(one, { offre: 'Offre B' }), mark('$2'))).toBe(true);
      expect(await store.revise(A, revisionOf(one, { offre: 'Offre C' }), mark('$2'))).toBe(true);
      expect((await read(A, 1)).entry.offre).toBe('Offre B');
      expect(await store.history(A, 1)).toHaveLength(2);
    });

    it('refuses a change that did not see the latest one', async () => {
      await store.add(A, 'ajout', [fresh()], mark('$1'));
      const seen = await read(A, 1);
      expect(await store.revise(A, revisionOf(seen, { offre: 'Offre B' }), mark('$2'))).toBe(true);
      expect(await store.revise(A, revisionOf(seen, { offre: 'Offre C' }), mark('$3'))).toBe(false);
      expect((await read(A, 1)).entry.offre).toBe('Offre B');
      expect(await store.writtenBy(A, '$3')).toBeNull();
      const unknown = { ...revisionOf(seen, {}), number: 9 };
      expect(await store.revise(A, unknown, mark('$4'))).toBe(false);
    });

    it('imports what is new and what has changed, whole and once', async () => {
      await store.add(A, 'ajout', [fresh(), fresh({ projet: 'Paie' })], mark('$1'));
      const draft = { roomId: A, sender: mark('').by, content: 'x', hash: 'x', at: 5 };
      await store.keepDraft(draft);
      const table = {
        added: [fresh({ projet: 'Archives' })],
        revised: [
          revisionOf(await read(A, 2), { offre: 'Offre B' }, { change: 'import' }),
          revisionOf(await read(A, 1), { offre: 'Offre C' }, { change: 'import' }),
        ],
      };
      const numbers = { added: [3], revised: [2, 1] };
      expect(await store.importTable(A, table, mark('$2'))).toEqual(numbers);
      expect(await store.importTable(A, { added: [], revised: [] }, mark('$2'))).toEqual(numbers);
      expect(await store.writtenBy(A, '$2')).toEqual({ added: [3], revised: [2, 1] });
      expect(await store.draft(A, draft.sender)).toBeNull();
      expect((await read(A, 2)).entry.offre).toBe('Offre B');
      expect(await store.history(A, 1)).toMatchObject([
        { change: 'ajout' },
        { change: 'import', version: 2 },
      ]);
      // One that was not seen as it is now keeps the whole table out.
      await store.keepDraft(draft);
      expect(await store.importTable(A, table, mark('$3'))).toBeNull();
      expect((await store.list([A], ALL)).total).toBe(3);
      expect(await store.writtenBy(A, '$3')).toBeNull();
      expect(await store.draft(A, draft.sender)).toEqual(draft);
    });

    it('remembers who changed what and when, oldest first', async () => {
      const by = '@autre:example.org';
      await store.add(A, 'ajout', [fresh({ offre_acceptable: null })], mark('$1', { at: 1000 }));
      const change = { due: '2027-07-31' };
      await store.revise(
        A,
        revisionOf(await read(A, 1), { offre_acceptable: '2026-07-31' }, change),
        mark('$2', { by, at: 2000 }),
      );
      const closing = { state: 'close', motif: 'offre qualifiée', change: 'cloture' } as const;
      await store.revise(A, revisionOf(await read(A, 1), {}, closing), mark('$3', { by, at: 3000 }));
      const lines = await store.history(A, 1);
      expect(lines.map(({ version, change, at, motif }) => [version, change, at, motif])).toEqual([
        [1, 'ajout', 1000, null],
        [2, 'modification', 2000, null],
        [3, 'cloture', 3000, 'offre qualifiée'],
      ]);
      expect(lines.map((line) => line.by)).toEqual([mark('').by, by, by]);
      expect(lines[0]?.fields).toContainEqual({ field: 'projet', before: null, after: 'SIRH' });
      expect(lines[1]?.fields).toEqual([{ field: 'offre_acceptable', before: null, after: '2026-07-31' }]);
      expect(lines[2]?.fields).toEqual([]);
      expect(await read(A, 1)).toMatchObject({
        state: 'close',
        motif: 'offre qualifiée',
        version: 3,
        due: '2027-07-31',
      });
      expect(await store.history(B, 1)).toEqual([]);
    });

    it('lists by deadline, undated last, and by pages', async () => {
      await store.add(
        A,
        'import',
        [
          fresh({ projet: 'sans date', offre_acceptable: null }),
          fresh({ projet: 'tard', offre_acceptable: '2026-12-01' }),
          fresh({ projet: 'tôt', offre_acceptable: '2025-12-01' }),
        ],
        mark('$1'),
      );
      await store.add(B, 'ajout', [fresh({ projet: 'entre', offre_acceptable: '2026-06-01' })], mark('$2'));
      const projects = async (rooms: readonly string[] | 'all', offset: number, limit: number) =>
        (await store.list(rooms, { state: 'ouverte', offset, limit })).items.map((one) => one.entry.projet);
      expect(await projects('all', 0, 10)).toEqual(['tôt', 'entre', 'tard', 'sans date']);
      expect(await projects([A], 0, 2)).toEqual(['tôt', 'tard']);
      expect(await projects([A], 2, 2)).toEqual(['sans date']);
      expect(await projects([A, B], 1, 1)).toEqual(['entre']);
      expect(await projects([], 0, 10)).toEqual([]);
      expect((await store.list([A], { state: 'ouverte', offset: 2, limit: 2 })).total).toBe(3);
      expect((await store.list([A], { state: 'ouverte' })).items).toHaveLength(3);
      expect(await store.list([A], { state: 'close', offset: 0, limit: 2 })).toEqual({ total: 0, items: [] });
    });

    it('finds what falls due, the day itself included, and what has no date; open ones only', async () => {
      await store.add(
        A,
        'import',
        [
          fresh({ projet: 'échue', offre_acceptable: '2025-10-01' }),
          fresh({ projet: 'sans date', offre_acceptable: null }),
          fresh({ projet: 'R6 sans réexamen', regle: 'R6', offre_acceptable: null, validation_pm: null }),
          fresh({ projet: 'fin connue', offre_acceptable: null, fin: '2027-01-01' }),
        ],
        mark('$1'),
      );
      await store.add(
        B,
        'ajout',
        [fresh({ projet: 'le jour même', offre_acceptable: '2025-11-22' })],
        mark('$2'),
      );
      await store.add(B, 'ajout', [fresh({ projet: 'close', offre_acceptable: '2025-11-22' })], mark('$3'));
      await store.add(B, 'ajout', [fresh({ projet: 'close aussi', offre_acceptable: null })], mark('$4'));
      for (const number of [2, 3]) {
        const closing = revisionOf(
          await read(B, number),
          {},
          { state: 'close', change: 'cloture', motif: 'fini' },
        );
        await store.revise(B, closing, mark(`$close${number}`));
      }
      const names = (found: readonly Derogation[]) => found.map((one) => one.entry.projet);
      expect(names(await store.dueBefore('2026-11-22', 'all'))).toEqual(['échue', 'le jour même']);
      expect(names(await store.dueBefore('2026-11-21', 'all'))).toEqual(['échue']);
      expect(names(await store.dueBefore('2099-01-01', [B]))).toEqual(['le jour même']);
      expect(names(await store.undated('all'))).toEqual(['fin connue', 'sans date']);
      expect(names(await store.undated([B]))).toEqual([]);
    });

    it('keeps the latest draft of a person until it is imported, replaced or old', async () => {
      const sender = mark('').by;
      const draft = { roomId: A, sender, content: 'projet;regle', hash: 'abc', at: 5 };
      await store.keepDraft({ ...draft, content: 'avant', at: 4 });
      await store.keepDraft(draft);
      expect(await store.draft(A, sender)).toEqual(draft);
      const asked = { ...draft, events: ['$fichier'], offered: '$fichier' };
      await store.keepDraft(asked);
      expect(await store.draft(A, sender)).toEqual(asked);
      await store.keepDraft(draft);
      expect(await store.draft(A, sender)).toEqual(draft);
      expect(await store.draft(B, sender)).toBeNull();
      expect(await store.draft(A, '@autre:example.org')).toBeNull();
      await store.add(A, 'ajout', [fresh()], mark('$1'));
      expect(await store.draft(A, sender)).toEqual(draft);
      await store.add(A, 'import', [fresh()], mark('$2'));
      expect(await store.draft(A, sender)).toBeNull();
      await store.keepDraft(draft);
      expect(await store.forgetDrafts(5)).toBe(0);
      expect(await store.forgetDrafts(6)).toBe(1);
      expect(await store.draft(A, sender)).toBeNull();
    });

    it('forgets a draft with either message that it came with', async () => {
      const sender = mark('').by;
      const draft = { roomId: A, sender, content: 'x', hash: 'x', at: 5, events: ['$commande', '$fichier'] };
      for (const event of draft.events) {
        await store.keepDraft(draft);
        await store.forgetDraftOf('$com');
        expect(await store.draft(A, sender)).not.toBeNull();
        await store.forgetDraftOf(event);
        expect(await store.draft(A, sender)).toBeNull();
      }
    });

    it('takes a register to the room that replaces its own, history included, once', async () => {
      await store.add(A, 'ajout', [fresh({ projet: 'ancien' })], mark('$1'));
      await store.add(B, 'ajout', [fresh({ projet: 'nouveau' })], mark('$2'));
      expect(await store.move(A, B)).toBe(1);
      expect(await store.move(A, B)).toBe(1);
      expect((await store.list([A], ALL)).total).toBe(0);
      expect((await read(B, 1)).entry.projet).toBe('nouveau');
      expect((await read(B, 2)).entry.projet).toBe('ancien');
      expect(await store.history(B, 2)).toMatchObject([{ roomId: B, number: 2, change: 'ajout' }]);
      expect(await store.add(B, 'ajout', [fresh()], mark('$3'))).toEqual([3]);
    });

    it('keeps any text as it is', async () => {
      const projet = `'; DROP TABLE derogations;-- <b>&amp;</b> \u202e 🚀 __proto__`;
      await store.add(A, 'ajout', [fresh({ projet })], mark('$1'));
      expect((await read(A, 1)).entry.projet).toBe(projet);
    });
  });
};
