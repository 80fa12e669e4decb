import { beforeEach, describe, expect, it } from 'vitest';
import type { Silence } from '../../../knowledge/digest/item.ts';
import type { DigestStore } from '../../../knowledge/digest/store.ts';
import type { Subscription } from '../../../knowledge/digest/subscription.ts';

const ROOM = '!projet:example.org';
const OTHER = '!autre:example.org';
const BY = '@camille:example.org';

const subscription = (fields: Partial<Subscription> = {}): Subscription => ({
  roomId: ROOM,
  weekday: 1,
  minute: 540,
  since: 1_000,
  pausedUntil: null,
  ...fields,
});

const silence = (fields: Partial<Silence> = {}): Silence => ({
  origin: ROOM,
  number: 12,
  due: '2026-12-01',
  stage: 30,
  until: null,
  by: BY,
  at: 2_000,
  ...fields,
});

const numbered = (numbers: readonly number[]) => numbers.map((number) => ({ origin: ROOM, number }));

/** What every store of digests does. @param open gives an empty one */
export const digestStoreContract = (name: string, open: () => Promise<DigestStore>): void => {
  describe(name, () => {
    let store: DigestStore;
    beforeEach(async () => {
      store = await open();
    });

    it('keeps the latest request of each room', async () => {
      expect(await store.subscription(ROOM)).toBeNull();
      await store.subscribe(subscription(), BY);
      await store.subscribe(subscription({ roomId: OTHER, weekday: 2 }), BY);
      const latest = subscription({ weekday: 5, minute: 0, since: 3_000, pausedUntil: '2026-12-08' });
      await store.subscribe(latest, BY);
      expect(await store.subscription(ROOM)).toEqual(latest);
      expect(await store.subscription(OTHER)).toMatchObject({ weekday: 2 });
    });

    it('cancels one, and says whether there was one', async () => {
      await store.subscribe(subscription(), BY);
      expect([await store.unsubscribe(ROOM), await store.unsubscribe(ROOM)]).toEqual([true, false]);
      expect(await store.subscription(ROOM)).toBeNull();
    });

    it('keeps the latest word on each item of each room', async () => {
      await store.silence(ROOM, [
        silence(),
        silence({ number: 13, due: null, stage: null, until: '2027-02-21' }),
      ]);
      await store.silence(OTHER, [silence({ stage: 7 })]);
      const later = silence({ stage: null, until: '2026-11-30', by: '@alix:example.org', at: 3_000 });
      await store.silence(ROOM, [later]);
      const kept = [...(await store.silences(ROOM))].sort((a, b) => a.number - b.number);
      expect(kept).toEqual([later, silence({ number: 13, due: null, stage: null, until: '2027-02-21' })]);
      expect(await store.silences(OTHER)).toEqual([silence({ stage: 7 })]);
    });

    it('lifts the silences of one cause when it is taken back', async () => {
      await store.silence(ROOM, [silence({ cause: '$un' }), silence({ number: 13, cause: '$deux' })]);
      expect(await store.unsilence('$un')).toBe(1);
      expect(await store.silences(ROOM)).toEqual([silence({ number: 13, cause: '$deux' })]);
    });

    it('knows what a message has listed, in its room only', async () => {
      await store.noteListed(ROOM, '$digest', numbered([12, 3]), 1_000);
      await store.noteListed(ROOM, '$digest', numbered([12, 3]), 2_000);
      const listed = await store.listed(ROOM, '$digest');
      expect(listed?.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual([3, 12]);
      expect(await store.listed(OTHER, '$digest')).toBeNull();
      expect(await store.listed(ROOM, '$question')).toBeNull();
    });

    it('keeps what a room was told, each threshold once', async () => {
      const told = { origin: ROOM, number: 1, due: '2026-12-01', stage: 30 };
      await store.noteTold(ROOM, [told, { ...told, number: 2 }], 1);
      expect(await store.told(ROOM)).toEqual([told, { ...told, number: 2 }]);
    });

    it('has told nothing at first', async () => {
      expect(await store.told(ROOM)).toEqual([]);
    });

    it('follows a room that is replaced, once, with the number that its register keeps', async () => {
      await store.subscribe(subscription(), BY);
      await store.silence(ROOM, [silence()]);
      await store.move(ROOM, OTHER, 0);
      await store.move(ROOM, OTHER, 0);
      expect(await store.subscription(ROOM)).toBeNull();
      expect(await store.silences(ROOM)).toEqual([]);
      expect(await store.subscription(OTHER)).toEqual(subscription({ roomId: OTHER }));
      expect(await store.silences(OTHER)).toEqual([silence({ origin: OTHER })]);
    });

    it('names the derogations of a room that is replaced by their new numbers, once', async () => {
      await store.silence(ROOM, [silence()]);
      await store.silence(OTHER, [silence({ origin: OTHER, number: 12, stage: 7 })]);
      await store.noteTold(ROOM, [{ origin: ROOM, number: 12, due: '2026-12-01', stage: 30 }], 1);
      await store.move(ROOM, OTHER, 20);
      await store.move(ROOM, OTHER, 20);
      const kept = [...(await store.silences(OTHER))].sort((a, b) => a.number - b.number);
      expect(kept).toEqual([
        silence({ origin: OTHER, number: 12, stage: 7 }),
        silence({ origin: OTHER, number: 32 }),
      ]);
      expect(await store.told(OTHER)).toMatchObject([{ origin: OTHER, number: 32 }]);
    });

    it('leaves what the new room has asked for itself', async () => {
      await store.subscribe(subscription(), BY);
      await store.subscribe(subscription({ roomId: OTHER, weekday: 4 }), BY);
      await store.move(ROOM, OTHER, 0);
      expect(await store.subscription(OTHER)).toMatchObject({ weekday: 4 });
    });
  });
};
