import { describe, expect, it } from 'vitest';
import { mayBeSaid } from '../../../bot/queues/queues.ts';
import { ALICE, event, forEachTest, type Open, part, ROOM } from './each.ts';

export const valuesContract = (name: string, open: Open): void => {
  describe(`the small values of ${name}`, () => {
    const each = forEachTest(open);
    it('are kept, replaced and forgotten', async () => {
      expect(await each.queues.values.get('k')).toBeNull();
      await each.queues.values.set('k', 'a');
      await each.queues.values.set('k', 'b');
      expect(await each.queues.values.get('k')).toBe('b');
      await each.queues.values.set('k', null);
      expect(await each.queues.values.get('k')).toBeNull();
    });

    it('a sentence is said again once its cooldown is over', async () => {
      expect(await mayBeSaid(each.queues, 'k', 10, 100)).toBe(true);
      expect(await mayBeSaid(each.queues, 'k', 10, 109)).toBe(false);
      await each.queues.cooldowns.tidy(109);
      expect(await each.queues.cooldowns.isCooling('k', 109)).toBe(true);
      expect(await mayBeSaid(each.queues, 'k', 10, 110)).toBe(true);
      await each.queues.cooldowns.tidy(200);
      expect(await each.queues.cooldowns.isCooling('k', 110)).toBe(false);
    });
  });

  describe(`what ${name} does at once`, () => {
    const each = forEachTest(open);
    it('is done whole, and gives its result', async () => {
      const stored = await each.queues.atOnce(async (kept) => {
        await kept.values.set('k', 'a');
        return await kept.inbox.receive(event('$1'), 10);
      });
      expect([stored, await each.queues.values.get('k')]).toEqual([true, 'a']);
    });

    it('is not done at all when it fails', async () => {
      await each.queues.outbox.enqueue([part('before')], 10);
      const work = each.queues.atOnce(async (kept) => {
        await kept.inbox.receive(event('$1'), 10);
        await kept.outbox.enqueue([part('a')], 10);
        await kept.rooms.save(ROOM, {});
        await kept.rooms.invite({ roomId: ROOM, inviter: ALICE, direct: true, accept: true }, 10);
        await kept.cooldowns.start('k', 10, 100);
        await kept.values.set('k', 'a');
        throw new Error('disk');
      });
      await expect(work).rejects.toThrow('disk');
      expect(await each.queues.counts()).toEqual({ rooms: 0, waiting: 0, undecryptable: 0, outgoing: 1 });
      expect(await each.queues.rooms.nextInvitation()).toBeUndefined();
      expect(await each.queues.cooldowns.isCooling('k', 100)).toBe(false);
      expect([await each.queues.values.get('k'), await each.causes()]).toEqual([null, ['before']]);
    });
  });
};
