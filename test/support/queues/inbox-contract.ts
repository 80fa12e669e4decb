import { describe, expect, it } from 'vitest';
import { ALICE, event, forEachTest, type Open, OTHER, ROOM } from './each.ts';

export const inboxContract = (name: string, open: Open): void => {
  describe(`the inbox of ${name}`, () => {
    const each = forEachTest(open);
    it('gives the events of each room in order, once each, and forgets their texts', async () => {
      expect(await each.queues.inbox.receive(event('$1'), 10)).toBe(true);
      expect(await each.queues.inbox.receive(event('$2', { roomId: OTHER }), 10)).toBe(true);
      expect(await each.queues.inbox.receive(event('$3'), 10)).toBe(true);
      expect(await each.queues.inbox.receive(event('$1', { event: 'other' }), 11)).toBe(false);
      expect((await each.queues.inbox.roomsWithWork()).toSorted()).toEqual([ROOM, OTHER]);
      expect(await each.queues.inbox.next(ROOM)).toMatchObject({
        event_id: '$1',
        event: event('').event,
        attempts: 0,
        received_at: 10,
      });
      expect(await each.handled()).toEqual(['$1', '$3']);
      expect(await each.queues.inbox.receive(event('$1'), 12)).toBe(false);
      expect(await each.queues.inbox.roomsWithWork()).toEqual([OTHER]);
    });

    it('takes a ciphertext seen under another id for a replay', async () => {
      expect(await each.queues.inbox.receive(event('$1', { cipherHash: 'h' }), 10)).toBe(true);
      expect(await each.queues.inbox.receive(event('$2', { cipherHash: 'h' }), 10)).toBe(false);
      expect(await each.queues.inbox.receive(event('$3'), 10)).toBe(true);
      expect(await each.queues.inbox.receive(event('$4'), 10)).toBe(true);
    });

    it('sets aside what waits for the same key, attempts forgotten, and takes it back', async () => {
      for (const [id, sessionId] of [
        ['$1', 's'],
        ['$2', 's'],
        ['$3', 't'],
      ] as const)
        await each.queues.inbox.receive(event(id, { sessionId }), 10);
      const row = await each.queues.inbox.next(ROOM);
      if (row === undefined) throw new Error('nothing waits');
      await each.queues.inbox.setAttempts(row.id, 2);
      expect(await each.queues.inbox.lock(row)).toBe(2);
      expect(await each.queues.counts()).toMatchObject({ waiting: 1, undecryptable: 2 });
      expect(await each.queues.inbox.next(ROOM)).toMatchObject({ event_id: '$3' });
      expect(await each.queues.inbox.unlock(OTHER, 's')).toBe(0);
      expect(await each.queues.inbox.unlock(ROOM, 's')).toBe(2);
      expect(await each.queues.inbox.next(ROOM)).toMatchObject({ event_id: '$1', attempts: 0 });
    });

    it('tells the rooms that hold what cannot be read, until they have been told', async () => {
      await each.queues.inbox.receive(event('$1', { sessionId: 's' }), 10);
      await each.queues.inbox.lock({ room_id: ROOM, session_id: 's' });
      expect(await each.queues.inbox.unexplained(9)).toEqual([]);
      expect(await each.queues.inbox.unexplained(10)).toEqual([ROOM]);
      await each.queues.inbox.markExplained(ROOM);
      expect(await each.queues.inbox.unexplained(10)).toEqual([]);
      await each.queues.inbox.unlockAll();
      expect(await each.queues.inbox.next(ROOM)).toMatchObject({ event_id: '$1', explained: 1 });
    });

    it('knows who sent what, and whose message still waits', async () => {
      await each.queues.inbox.receive(event('$1'), 10);
      expect(await each.queues.inbox.hasWaiting(ROOM, ALICE)).toBe(true);
      expect(await each.queues.inbox.hasWaiting(OTHER, ALICE)).toBe(false);
      await each.handled();
      expect(await each.queues.inbox.hasWaiting(ROOM, ALICE)).toBe(false);
      expect(await each.queues.inbox.sentBySame('$1', ALICE)).toBe(true);
      expect(await each.queues.inbox.sentBySame('$1', '@eve:x')).toBe(false);
      expect(await each.queues.inbox.sentBySame('$2', ALICE)).toBe(false);
    });

    it('forgets what was withdrawn, and what was said in a room that was left', async () => {
      for (const id of ['$1', '$2', '$3']) await each.queues.inbox.receive(event(id), 10);
      await each.queues.inbox.receive(event('$4', { roomId: OTHER }), 10);
      await each.queues.inbox.forget({ eventId: '$2' });
      await each.queues.inbox.forget({ roomId: OTHER });
      expect(await each.handled()).toEqual(['$1', '$3']);
      expect(await each.handled(OTHER)).toEqual([]);
    });

    it('gives up keys that do not come, and forgets in time that something was handled', async () => {
      await each.queues.inbox.receive(event('$locked', { sessionId: 's' }), 10);
      await each.queues.inbox.lock({ room_id: ROOM, session_id: 's' });
      await each.queues.inbox.receive(event('$done'), 20);
      await each.queues.inbox.receive(event('$waits', { roomId: OTHER }), 10);
      await each.handled();
      await each.queues.inbox.tidy(10, 20);
      expect(await each.queues.inbox.receive(event('$done'), 30)).toBe(false);
      expect(await each.queues.counts()).toMatchObject({ undecryptable: 1 });
      await each.queues.inbox.tidy(11, 21);
      expect(await each.queues.counts()).toMatchObject({ undecryptable: 0, waiting: 1 });
      expect(await each.queues.inbox.receive(event('$done'), 30)).toBe(true);
    });
  });
};
