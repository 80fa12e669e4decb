import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FollowUp, FollowUpStore } from '../../../commands/plus/store.ts';

const ROOM = '!a:example.org';

export const followUp = (change: Partial<FollowUp> = {}): FollowUp => ({
  roomId: ROOM,
  eventId: '$q',
  thread: null,
  sender: '@jean:example.org',
  lang: 'fr',
  passages: ['a', 'b', 'c', 'd'],
  given: 0,
  last: null,
  askedAt: 1000,
  ...change,
});

/** What every store of follow-ups does; `open` gives an empty one. */
export const followUpStoreContract = (
  name: string,
  open: () => Promise<{ readonly store: FollowUpStore; close(): Promise<void> }>,
): void => {
  describe(`${name} keeps what may be continued`, () => {
    let store: FollowUpStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ store, close } = await open());
    });
    afterEach(() => close());

    const events = async (thread: string | null, roomId = ROOM): Promise<readonly string[]> =>
      (await store.inThread(roomId, thread)).map(({ eventId }) => eventId);

    it('gives back what was saved, and replaces it', async () => {
      const whole = followUp({ thread: '$t', lang: 'en', given: 3, last: { eventId: '$plus', from: 0 } });
      await store.save(whole);
      expect(await store.ofEvent(ROOM, '$q')).toEqual(whole);
      await store.save(followUp());
      expect(await store.inThread(ROOM, null)).toEqual([followUp()]);
      expect(await events('$t')).toEqual([]);
    });

    it('finds those of a place, the latest first', async () => {
      await store.save(followUp({ eventId: '$1', askedAt: 1 }));
      await store.save(followUp({ eventId: '$3', askedAt: 3 }));
      await store.save(followUp({ eventId: '$2', askedAt: 2 }));
      await store.save(followUp({ eventId: '$4', askedAt: 4, thread: '$1' }));
      await store.save(followUp({ eventId: '$5', askedAt: 5, roomId: '!b:example.org' }));
      expect(await events(null)).toEqual(['$3', '$2', '$1']);
      expect(await events('$1')).toEqual(['$4', '$1']);
      expect(await events(null, '!b:example.org')).toEqual(['$5']);
      await store.save(followUp({ eventId: '$6', askedAt: 3 }));
      expect(await events(null)).toEqual(['$6', '$3', '$2', '$1']);
    });

    it('finds the question of a « plus », in its room only', async () => {
      await store.save(followUp({ last: { eventId: '$plus', from: 0 } }));
      expect((await store.ofEvent(ROOM, '$plus'))?.eventId).toBe('$q');
      expect(await store.ofEvent(ROOM, '$autre')).toBeNull();
      expect(await store.ofEvent('!b:example.org', '$q')).toBeNull();
    });

    it('forgets a question withdrawn, and those asked too long ago', async () => {
      await store.save(followUp({ eventId: '$1', askedAt: 1 }));
      await store.save(followUp({ eventId: '$2', askedAt: 2 }));
      await store.save(followUp({ eventId: '$3', askedAt: 3 }));
      await store.remove('$3');
      await store.forgetBefore(2);
      expect(await events(null)).toEqual(['$2']);
    });
  });
};
