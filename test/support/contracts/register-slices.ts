import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Derogation } from '../../../knowledge/register/derogation.ts';
import type { RegisterStore } from '../../../knowledge/register/store.ts';
import { fresh, mark, revisionOf } from '../register.ts';

const A = '!a:example.org';
const B = '!b:example.org';

/** What every store of registers gives in slices; `open` gives an empty one, `close` ends it. */
export const registerSlicesContract = (
  name: string,
  open: () => Promise<{ readonly store: RegisterStore; close(): Promise<void> }>,
): void => {
  describe(`${name} gives registers in slices`, () => {
    let store: RegisterStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ store, close } = await open());
    });
    afterEach(() => close());

    const read = async (number: number): Promise<Derogation> => {
      const found = await store.find(A, number);
      if (found === null) throw new Error(`no ${number}`);
      return found;
    };

    it('gives all of a register in slices, in the order of the list, with the first line of each history', async () => {
      const many = Array.from({ length: 450 }, (_, n) =>
        fresh({ projet: `p${n}`, offre_acceptable: n % 7 === 0 ? null : `2026-${10 + (n % 3)}-01` }),
      );
      await store.add(A, 'import', many, mark('$1', { at: 1000 }));
      await store.add(B, 'ajout', [fresh({ projet: 'ailleurs' })], mark('$2', { at: 2000 }));
      await store.revise(A, revisionOf(await read(5), { offre: 'Offre B' }), mark('$3', { at: 3000 }));
      const closing = { state: 'close', motif: 'fini', change: 'cloture' } as const;
      await store.revise(A, revisionOf(await read(9), {}, closing), mark('$4'));
      for (const [rooms, state] of [
        [[A], 'ouverte'],
        [[A], 'close'],
        ['all', 'toutes'],
        [[], 'toutes'],
      ] as const) {
        const slices = await Array.fromAsync(store.slices(rooms, state));
        expect(slices.flat()).toEqual((await store.list(rooms, { state })).items);
        const lines = await store.firstLines(slices.flat());
        const history = slices.flat().map((one) => store.history(one.roomId, one.number));
        expect(lines).toEqual((await Promise.all(history)).map(([first]) => first));
      }
    });

    it('gives in slices what was there at the beginning, whatever is written meanwhile', async () => {
      const many = Array.from({ length: 450 }, (_, n) => fresh({ projet: `p${n}` }));
      await store.add(A, 'import', many, mark('$1'));
      const seen: number[] = [];
      for await (const slice of store.slices([A], 'ouverte')) {
        seen.push(...slice.map(({ number }) => number));
        await store.add(A, 'ajout', [fresh({ offre_acceptable: '2020-01-01' })], mark(`$s${seen.length}`));
      }
      expect(seen).toEqual(many.map((_, index) => index + 1));
    });
  });
};
