import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mayBeSaid, type Queued, type Queues, type Received } from '../../bot/queues/queues.ts';

const ROOM = '!a:x';
const OTHER = '!b:x';
const ALICE = '@alice:x';

const event = (eventId: string, change: Partial<Received> = {}): Received => ({
  eventId,
  roomId: ROOM,
  sender: ALICE,
  event: '{"type":"m.room.message"}',
  sessionId: null,
  cipherHash: null,
  sentAt: 1,
  ...change,
});

const part = (cause: string, change: Partial<Queued> = {}): Queued => ({
  roomId: ROOM,
  kind: 'message',
  content: { body: cause },
  priority: 'interactive',
  cause,
  part: 0,
  edits: null,
  ...change,
});

/** What all queues do; `open` gives empty ones. */
export const queuesContract = (
  name: string,
  open: () => Promise<{ readonly queues: Queues; close(): Promise<void> }>,
): void => {
  let queues: Queues;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ queues, close } = await open());
  });
  afterEach(() => close());

  /** Ids of what waits in a room, in the order in which it is to be handled. */
  const handled = async (roomId = ROOM): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (
      let row = await queues.inbox.next(roomId);
      row !== undefined;
      row = await queues.inbox.next(roomId)
    ) {
      ids.push(row.event_id);
      await queues.inbox.finish(row.id, 'done');
    }
    return ids;
  };
  /** Sends all that waits in a room, as events `$1`, `$2`… */
  const sendAll = async (roomId = ROOM): Promise<void> => {
    for (const { id } of await queues.outbox.waitingIn(roomId, 100))
      await queues.outbox.markSent(id, `$${id}`);
  };
  const causes = async (roomId = ROOM, most = 100) =>
    (await queues.outbox.waitingIn(roomId, most)).map(({ cause }) => cause);

  describe(`the inbox of ${name}`, () => {
    it('gives the events of each room in order, once each, and forgets their texts', async () => {
      expect(await queues.inbox.receive(event('$1'), 10)).toBe(true);
      expect(await queues.inbox.receive(event('$2', { roomId: OTHER }), 10)).toBe(true);
      expect(await queues.inbox.receive(event('$3'), 10)).toBe(true);
      expect(await queues.inbox.receive(event('$1', { event: 'other' }), 11)).toBe(false);
      expect((await queues.inbox.roomsWithWork()).toSorted()).toEqual([ROOM, OTHER]);
      expect(await queues.inbox.next(ROOM)).toMatchObject({
        event_id: '$1',
        event: event('').event,
        attempts: 0,
        received_at: 10,
      });
      expect(await handled()).toEqual(['$1', '$3']);
      expect(await queues.inbox.receive(event('$1'), 12)).toBe(false);
      expect(await queues.inbox.roomsWithWork()).toEqual([OTHER]);
    });

    it('takes a ciphertext seen under another id for a replay', async () => {
      expect(await queues.inbox.receive(event('$1', { cipherHash: 'h' }), 10)).toBe(true);
      expect(await queues.inbox.receive(event('$2', { cipherHash: 'h' }), 10)).toBe(false);
      expect(await queues.inbox.receive(event('$3'), 10)).toBe(true);
      expect(await queues.inbox.receive(event('$4'), 10)).toBe(true);
    });

    it('sets aside what waits for the same key, attempts forgotten, and takes it back', async () => {
      for (const [id, sessionId] of [
        ['$1', 's'],
        ['$2', 's'],
        ['$3', 't'],
      ] as const)
        await queues.inbox.receive(event(id, { sessionId }), 10);
      const row = await queues.inbox.next(ROOM);
      if (row === undefined) throw new Error('nothing waits');
      await queues.inbox.setAttempts(row.id, 2);
      expect(await queues.inbox.lock(row)).toBe(2);
      expect(await queues.counts()).toMatchObject({ waiting: 1, undecryptable: 2 });
      expect(await queues.inbox.next(ROOM)).toMatchObject({ event_id: '$3' });
      expect(await queues.inbox.unlock(OTHER, 's')).toBe(0);
      expect(await queues.inbox.unlock(ROOM, 's')).toBe(2);
      expect(await queues.inbox.next(ROOM)).toMatchObject({ event_id: '$1', attempts: 0 });
    });

    it('tells the rooms that hold what cannot be read, until they have been told', async () => {
      await queues.inbox.receive(event('$1', { sessionId: 's' }), 10);
      await queues.inbox.lock({ room_id: ROOM, session_id: 's' });
      expect(await queues.inbox.unexplained(9)).toEqual([]);
      expect(await queues.inbox.unexplained(10)).toEqual([ROOM]);
      await queues.inbox.markExplained(ROOM);
      expect(await queues.inbox.unexplained(10)).toEqual([]);
      await queues.inbox.unlockAll();
      expect(await queues.inbox.next(ROOM)).toMatchObject({ event_id: '$1', explained: 1 });
    });

    it('knows who sent what, and whose message still waits', async () => {
      await queues.inbox.receive(event('$1'), 10);
      expect(await queues.inbox.hasWaiting(ROOM, ALICE)).toBe(true);
      expect(await queues.inbox.hasWaiting(OTHER, ALICE)).toBe(false);
      await handled();
      expect(await queues.inbox.hasWaiting(ROOM, ALICE)).toBe(false);
      expect(await queues.inbox.sentBySame('$1', ALICE)).toBe(true);
      expect(await queues.inbox.sentBySame('$1', '@eve:x')).toBe(false);
      expect(await queues.inbox.sentBySame('$2', ALICE)).toBe(false);
    });

    it('forgets what was withdrawn, and what was said in a room that was left', async () => {
      for (const id of ['$1', '$2', '$3']) await queues.inbox.receive(event(id), 10);
      await queues.inbox.receive(event('$4', { roomId: OTHER }), 10);
      await queues.inbox.forget({ eventId: '$2' });
      await queues.inbox.forget({ roomId: OTHER });
      expect(await handled()).toEqual(['$1', '$3']);
      expect(await handled(OTHER)).toEqual([]);
    });

    it('gives up keys that do not come, and forgets in time that something was handled', async () => {
      await queues.inbox.receive(event('$locked', { sessionId: 's' }), 10);
      await queues.inbox.lock({ room_id: ROOM, session_id: 's' });
      await queues.inbox.receive(event('$done'), 20);
      await queues.inbox.receive(event('$waits', { roomId: OTHER }), 10);
      await handled();
      await queues.inbox.tidy(10, 20);
      expect(await queues.inbox.receive(event('$done'), 30)).toBe(false);
      expect(await queues.counts()).toMatchObject({ undecryptable: 1 });
      await queues.inbox.tidy(11, 21);
      expect(await queues.counts()).toMatchObject({ undecryptable: 0, waiting: 1 });
      expect(await queues.inbox.receive(event('$done'), 30)).toBe(true);
    });
  });

  describe(`the outbox of ${name}`, () => {
    it('says what waits, most urgent first, and for whom', async () => {
      await queues.inbox.receive(event('$q'), 10);
      await queues.outbox.enqueue([part('digest', { priority: 'scheduled' }), part('$q')], 10);
      await queues.outbox.enqueue([part('edit', { edits: '$q' }), part('b', { roomId: OTHER })], 11);
      expect(await queues.outbox.waitingIn(ROOM, 100)).toMatchObject([
        { cause: '$q', priority: 0, person: ALICE },
        { cause: 'edit', priority: 0, person: ALICE },
        { cause: 'digest', priority: 1, person: null },
      ]);
      expect(await causes(ROOM, 2)).toEqual(['$q', 'edit']);
      const rooms = await queues.outbox.waitingRooms([]);
      expect(rooms.map(({ roomId, priority }) => [roomId, priority]).toSorted()).toEqual([
        [ROOM, 0],
        [OTHER, 0],
      ]);
      expect((await queues.outbox.waitingRooms([OTHER])).map(({ roomId }) => roomId)).toEqual([ROOM]);
      expect([await queues.outbox.hasToSend([ROOM]), await queues.outbox.hasToSend([ROOM, OTHER])]).toEqual([
        true,
        false,
      ]);
    });

    it('takes each part of a cause once, and keeps its transaction id', async () => {
      await queues.outbox.enqueue([part('$q'), part('$q'), part('$q', { part: 1 })], 10);
      await queues.outbox.enqueue([part('$q', { content: { body: 'other' } })], 11);
      const rows = await queues.outbox.partsOf('$q');
      expect(rows.map((row) => [row.part, row.content])).toEqual([
        [0, '{"body":"$q"}'],
        [1, '{"body":"$q"}'],
      ]);
      expect(new Set(rows.map((row) => row.transaction_id)).size).toBe(2);
    });

    it('forgets the content of what was sent, and remembers what caused it', async () => {
      await queues.outbox.enqueue([part('$q')], 10);
      const id = (await queues.outbox.waitingIn(ROOM, 1))[0]?.id ?? 0;
      await queues.outbox.replaceContent(id, { url: 'mxc' });
      expect(await queues.outbox.find(id)).toMatchObject({ content: '{"url":"mxc"}', state: 'waiting' });
      await queues.outbox.markSent(id, '$sent');
      expect(await queues.outbox.find(id)).toMatchObject({ content: null, state: 'sent', event_id: '$sent' });
      expect(await queues.outbox.causeOf('$sent')).toBe('$q');
      expect(await queues.outbox.causeOf('$other')).toBeNull();
      expect(await queues.outbox.find(id + 1)).toBeUndefined();
    });

    it('knows which parts of an answer stand, edits and withdrawals included', async () => {
      await queues.outbox.enqueue([part('$q'), part('$q', { part: 1 })], 10);
      await sendAll();
      const first = await queues.outbox.standingParts('$q');
      expect([...first.keys()]).toEqual([0, 1]);
      expect(first.get(0)).toMatch(/^\$/);
      const withdrawn = part('edit', { kind: 'redaction', part: 1, edits: '$q' });
      const tap = part('tap', { kind: 'reaction', part: 7, edits: '$q' });
      await queues.outbox.enqueue([part('edit', { edits: '$q' }), withdrawn, tap], 11);
      const edit = (await queues.outbox.waitingIn(ROOM, 1))[0]?.id ?? 0;
      expect(await queues.outbox.standingParts('$q')).toEqual(new Map([[0, first.get(0)]]));
      expect(await queues.outbox.standingParts('$q', edit)).toEqual(first);
      expect(await queues.outbox.editsOf('$q')).toEqual([]);
      await sendAll();
      expect(await queues.outbox.editsOf('$q')).toEqual([`$${edit}`]);
    });

    it('drops one, or all that waits for a room', async () => {
      await queues.outbox.enqueue([part('a'), part('b'), part('c', { roomId: OTHER })], 10);
      await queues.outbox.drop((await queues.outbox.waitingIn(ROOM, 1))[0]?.id ?? 0);
      expect(await causes()).toEqual(['b']);
      expect(await queues.outbox.standingParts('a')).toEqual(new Map());
      await queues.outbox.dropRoom(ROOM);
      expect(await queues.counts()).toMatchObject({ outgoing: 1 });
    });

    it('counts what has a kind of cause, and forgets in time', async () => {
      await queues.outbox.enqueue([part('alert/a'), part('alert/é'), part('alerte'), part('al')], 10);
      await queues.outbox.enqueue([part('alert/b')], 20);
      expect(await queues.outbox.countCauses('alert/', 9)).toBe(3);
      expect(await queues.outbox.countCauses('alert/', 10)).toBe(1);
      await sendAll();
      await queues.outbox.enqueue([part('waits')], 5);
      await queues.outbox.tidy(20);
      expect(await queues.outbox.countCauses('', 0)).toBe(2);
    });
  });

  describe(`the rooms of ${name}`, () => {
    it('keep what is known, and never forget an encryption', async () => {
      expect(await queues.rooms.find(ROOM)).toBeUndefined();
      await queues.rooms.save(ROOM, {});
      await queues.rooms.save(ROOM, { members: 3, encryption: '{}' });
      await queues.rooms.save(ROOM, { membership: 'leave', encryption: null });
      expect(await queues.rooms.find(ROOM)).toMatchObject({
        room_id: ROOM,
        membership: 'leave',
        members: 3,
        encryption: '{}',
        power_levels: null,
        direct: 0,
      });
      expect(await queues.counts()).toMatchObject({ rooms: 0 });
    });

    it('take rights that were asked for only where none are known', async () => {
      await queues.rooms.fill(ROOM, { power_levels: 'a', creators: 'b' });
      expect(await queues.rooms.find(ROOM)).toBeUndefined();
      await queues.rooms.save(ROOM, { power_levels: 'told' });
      await queues.rooms.fill(ROOM, { power_levels: 'asked', creators: 'asked' });
      expect(await queues.rooms.find(ROOM)).toMatchObject({ power_levels: 'told', creators: 'asked' });
    });

    it('know which were replaced by one that we are in', async () => {
      await queues.rooms.save(ROOM, { successor: OTHER });
      await queues.rooms.save('!self:x', { successor: '!self:x' });
      expect(await queues.rooms.upgraded()).toEqual([]);
      await queues.rooms.save(OTHER, {});
      expect(await queues.rooms.upgraded()).toEqual([{ from: ROOM, to: OTHER }]);
    });

    it('know which are to be greeted, once each', async () => {
      await queues.rooms.oweGreeting(ROOM);
      expect(await queues.rooms.toGreet()).toEqual([]);
      await queues.rooms.save(ROOM, { membership: 'join' });
      expect(await queues.rooms.toGreet()).toMatchObject([{ room_id: ROOM, greeting: 'due' }]);
      await queues.rooms.save(ROOM, { greeting: 'over' });
      await queues.rooms.oweGreeting(ROOM);
      expect(await queues.rooms.toGreet()).toEqual([]);
    });

    it('keep invitations until they are treated, the next one first', async () => {
      const invitation = { roomId: ROOM, inviter: ALICE, direct: true, accept: true };
      await queues.rooms.invite(invitation, 10);
      await queues.rooms.invite({ ...invitation, roomId: OTHER, accept: false }, 11);
      await queues.rooms.invite({ ...invitation, inviter: '@eve:x' }, 1);
      expect(await queues.rooms.nextInvitation()).toEqual({
        room_id: ROOM,
        inviter: ALICE,
        direct: 1,
        accept: 1,
        attempts: 0,
        next_at: 10,
        predecessor: null,
      });
      await queues.rooms.postponeInvitation(ROOM, 20);
      expect(await queues.rooms.nextInvitation()).toMatchObject({ room_id: OTHER, accept: 0 });
      await queues.rooms.removeInvitation(OTHER);
      expect(await queues.rooms.nextInvitation()).toMatchObject({ room_id: ROOM, attempts: 1, next_at: 20 });
    });
  });

  describe(`an invitation by a replaced room, in ${name},`, () => {
    const byRoom = { roomId: ROOM, inviter: ALICE, direct: false, accept: true, predecessor: OTHER };

    it('gives way to that of a person, which is tried at once', async () => {
      await queues.rooms.invite(byRoom, 10);
      await queues.rooms.postponeInvitation(ROOM, 100);
      await queues.rooms.invite({ roomId: ROOM, inviter: '@bob:x', direct: true, accept: true }, 20);
      expect(await queues.rooms.nextInvitation()).toEqual({
        room_id: ROOM,
        inviter: '@bob:x',
        direct: 1,
        accept: 1,
        attempts: 0,
        next_at: 20,
        predecessor: null,
      });
    });

    it('takes the place of none', async () => {
      await queues.rooms.invite({ roomId: ROOM, inviter: '@bob:x', direct: true, accept: true }, 10);
      await queues.rooms.invite(byRoom, 20);
      expect(await queues.rooms.nextInvitation()).toMatchObject({ inviter: '@bob:x', predecessor: null });
      await queues.rooms.removeInvitation(ROOM);
      await queues.rooms.invite(byRoom, 30);
      await queues.rooms.invite({ ...byRoom, inviter: '@eve:x' }, 40);
      expect(await queues.rooms.nextInvitation()).toMatchObject({
        inviter: ALICE,
        predecessor: OTHER,
        next_at: 30,
      });
    });
  });

  describe(`the small values of ${name}`, () => {
    it('are kept, replaced and forgotten', async () => {
      expect(await queues.values.get('k')).toBeNull();
      await queues.values.set('k', 'a');
      await queues.values.set('k', 'b');
      expect(await queues.values.get('k')).toBe('b');
      await queues.values.set('k', null);
      expect(await queues.values.get('k')).toBeNull();
    });

    it('a sentence is said again once its cooldown is over', async () => {
      expect(await mayBeSaid(queues, 'k', 10, 100)).toBe(true);
      expect(await mayBeSaid(queues, 'k', 10, 109)).toBe(false);
      await queues.cooldowns.tidy(109);
      expect(await queues.cooldowns.isCooling('k', 109)).toBe(true);
      expect(await mayBeSaid(queues, 'k', 10, 110)).toBe(true);
      await queues.cooldowns.tidy(200);
      expect(await queues.cooldowns.isCooling('k', 110)).toBe(false);
    });
  });

  describe(`what ${name} does at once`, () => {
    it('is done whole, and gives its result', async () => {
      const stored = await queues.atOnce(async (kept) => {
        await kept.values.set('k', 'a');
        return await kept.inbox.receive(event('$1'), 10);
      });
      expect([stored, await queues.values.get('k')]).toEqual([true, 'a']);
    });

    it('is not done at all when it fails', async () => {
      await queues.outbox.enqueue([part('before')], 10);
      const work = queues.atOnce(async (kept) => {
        await kept.inbox.receive(event('$1'), 10);
        await kept.outbox.enqueue([part('a')], 10);
        await kept.rooms.save(ROOM, {});
        await kept.rooms.invite({ roomId: ROOM, inviter: ALICE, direct: true, accept: true }, 10);
        await kept.cooldowns.start('k', 10, 100);
        await kept.values.set('k', 'a');
        throw new Error('disk');
      });
      await expect(work).rejects.toThrow('disk');
      expect(await queues.counts()).toEqual({ rooms: 0, waiting: 0, undecryptable: 0, outgoing: 1 });
      expect(await queues.rooms.nextInvitation()).toBeUndefined();
      expect(await queues.cooldowns.isCooling('k', 100)).toBe(false);
      expect([await queues.values.get('k'), await causes()]).toEqual([null, ['before']]);
    });
  });
};
