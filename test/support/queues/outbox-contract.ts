import { describe, expect, it } from 'vitest';
import { ALICE, event, forEachTest, type Open, OTHER, part, ROOM } from './each.ts';

export const outboxContract = (name: string, open: Open): void => {
  describe(`the outbox of ${name}`, () => {
    const each = forEachTest(open);
    it('says what waits, most urgent first, and for whom', async () => {
      await each.queues.inbox.receive(event('$q'), 10);
      await each.queues.outbox.enqueue([part('digest', { priority: 'scheduled' }), part('$q')], 10);
      await each.queues.outbox.enqueue([part('edit', { edits: '$q' }), part('b', { roomId: OTHER })], 11);
      expect(await each.queues.outbox.waitingIn(ROOM, 100)).toMatchObject([
        { cause: '$q', priority: 0, person: ALICE },
        { cause: 'edit', priority: 0, person: ALICE },
        { cause: 'digest', priority: 1, person: null },
      ]);
      expect(await each.causes(ROOM, 2)).toEqual(['$q', 'edit']);
      const rooms = await each.queues.outbox.waitingRooms([]);
      expect(rooms.map(({ roomId, priority }) => [roomId, priority]).toSorted()).toEqual([
        [ROOM, 0],
        [OTHER, 0],
      ]);
      expect((await each.queues.outbox.waitingRooms([OTHER])).map(({ roomId }) => roomId)).toEqual([ROOM]);
      expect([
        await each.queues.outbox.hasToSend([ROOM]),
        await each.queues.outbox.hasToSend([ROOM, OTHER]),
      ]).toEqual([true, false]);
    });

    it('takes each part of a cause once, and keeps its transaction id', async () => {
      await each.queues.outbox.enqueue([part('$q'), part('$q'), part('$q', { part: 1 })], 10);
      await each.queues.outbox.enqueue([part('$q', { content: { body: 'other' } })], 11);
      const rows = await each.queues.outbox.partsOf('$q');
      expect(rows.map((row) => [row.part, row.content])).toEqual([
        [0, '{"body":"$q"}'],
        [1, '{"body":"$q"}'],
      ]);
      expect(new Set(rows.map((row) => row.transaction_id)).size).toBe(2);
    });

    it('forgets the content of what was sent, and remembers what caused it', async () => {
      await each.queues.outbox.enqueue([part('$q')], 10);
      const id = (await each.queues.outbox.waitingIn(ROOM, 1))[0]?.id ?? 0;
      await each.queues.outbox.replaceContent(id, { url: 'mxc' });
      expect(await each.queues.outbox.find(id)).toMatchObject({ content: '{"url":"mxc"}', state: 'waiting' });
      await each.queues.outbox.markSent(id, '$sent');
      expect(await each.queues.outbox.find(id)).toMatchObject({
        content: null,
        state: 'sent',
        event_id: '$sent',
      });
      expect(await each.queues.outbox.causeOf('$sent')).toBe('$q');
      expect(await each.queues.outbox.causeOf('$other')).toBeNull();
      expect(await each.queues.outbox.find(id + 1)).toBeUndefined();
    });

    it('knows which parts of an answer stand, edits and withdrawals included', async () => {
      await each.queues.outbox.enqueue([part('$q'), part('$q', { part: 1 })], 10);
      await each.sendAll();
      const first = await each.queues.outbox.standingParts('$q');
      expect([...first.keys()]).toEqual([0, 1]);
      expect(first.get(0)).toMatch(/^\$/);
      const withdrawn = part('edit', { kind: 'redaction', part: 1, edits: '$q' });
      const tap = part('tap', { kind: 'reaction', part: 7, edits: '$q' });
      await each.queues.outbox.enqueue([part('edit', { edits: '$q' }), withdrawn, tap], 11);
      const edit = (await each.queues.outbox.waitingIn(ROOM, 1))[0]?.id ?? 0;
      expect(await each.queues.outbox.standingParts('$q')).toEqual(new Map([[0, first.get(0)]]));
      expect(await each.queues.outbox.standingParts('$q', edit)).toEqual(first);
      expect(await each.queues.outbox.editsOf('$q')).toEqual([]);
      await each.sendAll();
      expect(await each.queues.outbox.editsOf('$q')).toEqual([`$${edit}`]);
    });

    it('drops one, or all that waits for a room', async () => {
      await each.queues.outbox.enqueue([part('a'), part('b'), part('c', { roomId: OTHER })], 10);
      await each.queues.outbox.drop((await each.queues.outbox.waitingIn(ROOM, 1))[0]?.id ?? 0);
      expect(await each.causes()).toEqual(['b']);
      expect(await each.queues.outbox.standingParts('a')).toEqual(new Map());
      await each.queues.outbox.dropRoom(ROOM);
      expect(await each.queues.counts()).toMatchObject({ outgoing: 1 });
    });

    it('counts what has a kind of cause, and forgets in time', async () => {
      await each.queues.outbox.enqueue([part('alert/a'), part('alert/é'), part('alerte'), part('al')], 10);
      await each.queues.outbox.enqueue([part('alert/b')], 20);
      expect(await each.queues.outbox.countCauses('alert/', 9)).toBe(3);
      expect(await each.queues.outbox.countCauses('alert/', 10)).toBe(1);
      await each.sendAll();
      await each.queues.outbox.enqueue([part('waits')], 5);
      await each.queues.outbox.tidy(20);
      expect(await each.queues.outbox.countCauses('', 0)).toBe(2);
    });
  });
};
