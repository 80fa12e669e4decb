import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationStore, Turn } from '../../../commands/conversation/store.ts';

const ROOM = '!a:example.org';
const JEAN = '@jean:example.org';

export const turn = (change: Partial<Turn> = {}): Turn => ({
  roomId: ROOM,
  eventId: '$q',
  thread: null,
  sender: JEAN,
  lang: 'fr',
  card: 'derogation-r9',
  rules: [9],
  facts: { entite: 'administration_centrale', donnees: ['sante'] },
  passages: ['circulaire-2023#R9.derogation'],
  choices: [],
  at: 1000,
  ...change,
});

/** What every store of conversations does; `open` gives an empty one. */
export const conversationStoreContract = (
  name: string,
  open: () => Promise<{ readonly store: ConversationStore; close(): Promise<void> }>,
): void => {
  describe(`${name} keeps what a next message is read with`, () => {
    let store: ConversationStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ store, close } = await open());
    });
    afterEach(() => close());

    const events = async (sender = JEAN, roomId = ROOM): Promise<readonly string[]> =>
      (await store.ofSender(roomId, sender)).map(({ eventId }) => eventId);

    it('gives back what was saved', async () => {
      const whole = turn({ thread: '$t', lang: 'en', card: null, choices: ['a', 'b'] });
      await store.save(whole);
      expect(await store.ofEvent(ROOM, '$q')).toEqual(whole);
      expect(await store.ofEvent('!b:example.org', '$q')).toBeNull();
      expect(await store.ofEvent(ROOM, '$autre')).toBeNull();
    });

    it('finds those of one person in one room, the latest first, in any thread', async () => {
      await store.save(turn({ eventId: '$1', at: 1 }));
      await store.save(turn({ eventId: '$3', at: 3, thread: '$t' }));
      await store.save(turn({ eventId: '$2', at: 2 }));
      await store.save(turn({ eventId: '$same', at: 3 }));
      await store.save(turn({ eventId: '$4', at: 4, sender: '@anne:example.org' }));
      await store.save(turn({ eventId: '$5', at: 5, roomId: '!b:example.org' }));
      expect(await events()).toEqual(['$same', '$3', '$2', '$1']);
      expect(await events('@anne:example.org')).toEqual(['$4']);
    });

    it('an edit replaces what was kept, at its place and its instant', async () => {
      await store.save(turn({ eventId: '$1', at: 1 }));
      await store.save(turn({ eventId: '$2', at: 2 }));
      await store.save(turn({ eventId: '$1', at: 9, card: 'autre', facts: {} }));
      expect(await events()).toEqual(['$2', '$1']);
      expect(await store.ofEvent(ROOM, '$1')).toMatchObject({ card: 'autre', facts: {}, at: 1 });
    });

    it('forgets a question withdrawn, and those asked too long ago', async () => {
      await store.save(turn({ eventId: '$1', at: 1 }));
      await store.save(turn({ eventId: '$2', at: 2 }));
      await store.save(turn({ eventId: '$3', at: 3 }));
      await store.remove('$3');
      await store.forgetBefore(2);
      expect(await events()).toEqual(['$2']);
    });
  });
};
