import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_SHEET_FACTS } from '../../../knowledge/project/facts.ts';
import type { ProjectStore, SheetDraft } from '../../../knowledge/project/store.ts';
import { sheetRevision } from '../project-revision.ts';
import { mark } from '../register.ts';

const A = '!a:example.org';
const B = '!b:example.org';

const draft = (fields: Partial<SheetDraft> = {}): SheetDraft => ({
  roomId: A,
  sender: mark('').by,
  kind: 'remplacement',
  version: 1,
  fields: [{ field: 'hebergement', before: 'commercial', after: 'interne' }],
  event: '$demande',
  at: 5,
  ...fields,
});

/** What every store of sheets does; `open` gives an empty one, `close` ends it. */
export const projectStoreContract = (
  name: string,
  open: () => Promise<{ readonly store: ProjectStore; close(): Promise<void> }>,
): void => {
  describe(`${name} keeps project sheets`, () => {
    let store: ProjectStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ store, close } = await open());
    });
    afterEach(() => close());

    it('has one sheet a room, with all that was said', async () => {
      expect(await store.find(A)).toBeNull();
      expect(await store.history(A)).toEqual([]);
      const said = {
        nom: 'SIRH',
        part: 60,
        donnees: ['paie'],
        atteintes: [],
        secret: false,
        cout: 350_000_000,
      };
      expect(await store.write(A, sheetRevision(said), mark('$1'))).toBe(true);
      expect(await store.find(A)).toEqual({
        roomId: A,
        version: 1,
        facts: { ...NO_SHEET_FACTS, ...said },
        done: {},
      });
      expect(await store.find(B)).toBeNull();
    });

    it('writes once for a room and a cause', async () => {
      expect(await store.hasWritten(A, '$1')).toBe(false);
      await store.write(A, sheetRevision({ nom: 'SIRH' }), mark('$1'));
      expect(await store.write(A, sheetRevision({ nom: 'Autre' }), mark('$1'))).toBe(true);
      expect(await store.hasWritten(A, '$1')).toBe(true);
      expect(await store.hasWritten(B, '$1')).toBe(false);
      expect((await store.find(A))?.facts.nom).toBe('SIRH');
      expect(await store.history(A)).toHaveLength(1);
    });

    it('refuses a change that did not see the latest one', async () => {
      expect(await store.write(A, sheetRevision({ nom: 'SIRH' }, 1), mark('$0'))).toBe(false);
      await store.write(A, sheetRevision({ nom: 'SIRH' }), mark('$1'));
      expect(await store.write(A, sheetRevision({ nom: 'Paie' }), mark('$2'))).toBe(false);
      expect(await store.write(A, sheetRevision({ nom: 'Paie' }, 1), mark('$3'))).toBe(true);
      expect(await store.write(A, sheetRevision({ nom: 'Tard' }, 1), mark('$4'))).toBe(false);
      expect(await store.find(A)).toMatchObject({ version: 2, facts: { nom: 'Paie' } });
      expect(await store.hasWritten(A, '$4')).toBe(false);
    });

    it('remembers who said what and when, oldest first', async () => {
      await store.write(A, sheetRevision({ nom: 'SIRH' }), mark('$1', { at: 1000 }));
      const revision = sheetRevision({ nom: 'SIRH', secret: true }, 1, 'remplacement');
      await store.write(A, revision, mark('$2', { by: '@autre:example.org', at: 2000 }));
      expect(await store.history(A)).toEqual([
        {
          roomId: A,
          version: 1,
          change: 'declaration',
          fields: [{ field: 'nom', before: null, after: 'SIRH' }],
          by: mark('').by,
          at: 1000,
        },
        expect.objectContaining({ version: 2, change: 'remplacement', by: '@autre:example.org', at: 2000 }),
      ]);
    });

    it('erases the facts and their history, once, and says only who did', async () => {
      await store.write(A, sheetRevision({ nom: 'SIRH' }), mark('$1'));
      await store.keepDraft(draft({ sender: '@autre:example.org' }));
      expect(await store.erase(A, 7, mark('$2'))).toBe(false);
      expect(await store.erase(A, 1, mark('$3', { at: 3000 }))).toBe(true);
      expect(await store.erase(A, 1, mark('$3', { at: 4000 }))).toBe(true);
      expect(await store.find(A)).toBeNull();
      expect(await store.draft(A, '@autre:example.org')).toBeNull();
      const line = { roomId: A, version: 2, change: 'effacement', fields: [], by: mark('').by, at: 3000 };
      expect(await store.history(A)).toEqual([line]);
      // The message that had begun the sheet, handled again, does not bring it back.
      expect(await store.write(A, sheetRevision({ nom: 'SIRH' }), mark('$1'))).toBe(true);
      expect(await store.find(A)).toBeNull();
      expect(await store.write(A, sheetRevision({ nom: 'Neuf' }), mark('$4'))).toBe(true);
      expect(await store.find(A)).toMatchObject({ version: 3, facts: { nom: 'Neuf' } });
    });

    it('keeps what a person was asked to confirm until it is written, replaced, withdrawn or old', async () => {
      const one = draft();
      await store.keepDraft(draft({ at: 4 }));
      await store.keepDraft(one);
      expect(await store.draft(A, one.sender)).toEqual(one);
      expect(await store.draft(B, one.sender)).toBeNull();
      expect(await store.draft(A, '@autre:example.org')).toBeNull();
      await store.write(A, sheetRevision({ nom: 'SIRH' }), mark('$1', { by: '@autre:example.org' }));
      expect(await store.draft(A, one.sender)).toEqual(one);
      await store.write(A, sheetRevision({ nom: 'SIRH' }, 1), mark('$2'));
      expect(await store.draft(A, one.sender)).toBeNull();
      await store.keepDraft(one);
      await store.forgetDraftOf('$autre');
      expect(await store.forgetDrafts(5)).toBe(0);
      expect(await store.forgetDrafts(6)).toBe(1);
      await store.keepDraft(one);
      await store.forgetDraftOf('$demande');
      expect(await store.draft(A, one.sender)).toBeNull();
    });

    it('keeps what a change leaves to be confirmed, with the change itself', async () => {
      const pending = [{ field: 'secret', before: true, after: false }] as const;
      await store.keepDraft(draft());
      await store.write(A, { ...sheetRevision({ nom: 'SIRH' }), pending }, mark('$1', { at: 9 }));
      const kept = { roomId: A, sender: mark('').by, kind: 'remplacement', version: 1, event: '$1', at: 9 };
      expect(await store.draft(A, mark('').by)).toEqual({ ...kept, fields: pending });
    });

    it('takes a sheet to the room that replaces its own, unless one stands there', async () => {
      await store.write(A, sheetRevision({ nom: 'SIRH' }), mark('$1'));
      await store.move(A, B);
      await store.move(A, B);
      expect(await store.find(A)).toBeNull();
      expect(await store.find(B)).toMatchObject({ roomId: B, version: 1, facts: { nom: 'SIRH' } });
      expect(await store.history(B)).toMatchObject([{ roomId: B, version: 1 }]);
      await store.write(A, sheetRevision({ nom: 'Ancien' }), mark('$2'));
      await store.move(A, B);
      expect((await store.find(B))?.facts.nom).toBe('SIRH');
      expect((await store.find(A))?.facts.nom).toBe('Ancien');
    });

    it('keeps any text as it is', async () => {
      const nom = `'; DROP TABLE projects;-- <b>&amp;</b> \u202e 🚀 __proto__`;
      await store.write(A, sheetRevision({ nom }), mark('$1'));
      expect((await store.find(A))?.facts.nom).toBe(nom);
    });
  });
};
