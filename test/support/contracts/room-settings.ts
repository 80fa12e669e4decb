import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type RoomSettingsStore } from '../../../commands/room-settings/settings.ts';

/** What every store of settings does; `open` gives an empty one, `close` ends it. */
export const roomSettingsContract = (
  name: string,
  open: () => Promise<{ readonly store: RoomSettingsStore; close(): Promise<void> }>,
): void => {
  describe(`${name} keeps the settings of rooms`, () => {
    let store: RoomSettingsStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ store, close } = await open());
    });
    afterEach(() => close());

    it('a room never seen has the default ones', async () => {
      expect(await store.read('!a:b')).toEqual(DEFAULT_SETTINGS);
    });

    it('changes only what is named, for that room only', async () => {
      await store.change('!a:b', { mentionOnly: true });
      expect(await store.change('!a:b', { language: 'en' })).toEqual({
        mentionOnly: true,
        inThread: false,
        reactions: true,
        greets: true,
        language: 'en',
      });
      await store.change('!a:b', { mentionOnly: false, inThread: true, reactions: false });
      expect(await store.read('!a:b')).toEqual({
        mentionOnly: false,
        inThread: true,
        reactions: false,
        greets: true,
        language: 'en',
      });
      expect(await store.read('!c:b')).toEqual(DEFAULT_SETTINGS);
    });

    it('a room named like a property of objects is a room', async () => {
      expect(await store.read('__proto__')).toEqual(DEFAULT_SETTINGS);
      await store.change('constructor', { inThread: true });
      expect(await store.read('toString')).toEqual(DEFAULT_SETTINGS);
    });

    it('follow a room that is upgraded, once', async () => {
      await store.change('!old:b', { mentionOnly: true });
      await store.move('!old:b', '!new:b');
      expect(await store.read('!new:b')).toMatchObject({ mentionOnly: true });
      expect(await store.read('!old:b')).toEqual(DEFAULT_SETTINGS);
      await store.change('!new:b', { mentionOnly: false });
      await store.move('!old:b', '!new:b');
      expect(await store.read('!new:b')).toMatchObject({ mentionOnly: false });
    });
  });
};
