import { describe, expect, it } from 'vitest';
import { ALICE, forEachTest, type Open, OTHER, ROOM } from './each.ts';

export const roomsContract = (name: string, open: Open): void => {
  describe(`the rooms of ${name}`, () => {
    const each = forEachTest(open);
    it('keep what is known, and never forget an encryption', async () => {
      expect(await each.queues.rooms.find(ROOM)).toBeUndefined();
      await each.queues.rooms.save(ROOM, {});
      await each.queues.rooms.save(ROOM, { members: 3, encryption: '{}' });
      await each.queues.rooms.save(ROOM, { membership: 'leave', encryption: null });
      expect(await each.queues.rooms.find(ROOM)).toMatchObject({
        room_id: ROOM,
        membership: 'leave',
        members: 3,
        encryption: '{}',
        power_levels: null,
        direct: 0,
      });
      expect(await each.queues.counts()).toMatchObject({ rooms: 0 });
    });

    it('take rights that were asked for only where none are known', async () => {
      await each.queues.rooms.fill(ROOM, { power_levels: 'a', creators: 'b' });
      expect(await each.queues.rooms.find(ROOM)).toBeUndefined();
      await each.queues.rooms.save(ROOM, { power_levels: 'told' });
      await each.queues.rooms.fill(ROOM, { power_levels: 'asked', creators: 'asked' });
      expect(await each.queues.rooms.find(ROOM)).toMatchObject({ power_levels: 'told', creators: 'asked' });
    });

    it('know which were replaced by one that we are in', async () => {
      await each.queues.rooms.save(ROOM, { successor: OTHER });
      await each.queues.rooms.save('!self:x', { successor: '!self:x' });
      expect(await each.queues.rooms.upgraded()).toEqual([]);
      await each.queues.rooms.save(OTHER, {});
      expect(await each.queues.rooms.upgraded()).toEqual([{ from: ROOM, to: OTHER }]);
    });

    it('know which are to be greeted, once each', async () => {
      await each.queues.rooms.oweGreeting(ROOM);
      expect(await each.queues.rooms.toGreet()).toEqual([]);
      await each.queues.rooms.save(ROOM, { membership: 'join' });
      expect(await each.queues.rooms.toGreet()).toMatchObject([{ room_id: ROOM, greeting: 'due' }]);
      await each.queues.rooms.save(ROOM, { greeting: 'over' });
      await each.queues.rooms.oweGreeting(ROOM);
      expect(await each.queues.rooms.toGreet()).toEqual([]);
    });

    it('know which somebody has let us into, as long as we are there', async () => {
      await each.queues.rooms.save(ROOM, { inviter: ALICE });
      await each.queues.rooms.save(OTHER, { inviter: '@bob:x' });
      expect(await each.queues.rooms.openedBy(ALICE)).toMatchObject([{ room_id: ROOM }]);
      await each.queues.rooms.save(ROOM, { membership: 'leave' });
      expect(await each.queues.rooms.openedBy(ALICE)).toEqual([]);
    });

    it('keep invitations until they are treated, the next one first', async () => {
      const invitation = { roomId: ROOM, inviter: ALICE, direct: true, accept: true };
      await each.queues.rooms.invite(invitation, 10);
      await each.queues.rooms.invite({ ...invitation, roomId: OTHER, accept: false }, 11);
      await each.queues.rooms.invite({ ...invitation, inviter: '@eve:x' }, 1);
      expect(await each.queues.rooms.nextInvitation()).toEqual({
        room_id: ROOM,
        inviter: ALICE,
        direct: 1,
        accept: 1,
        attempts: 0,
        next_at: 10,
        predecessor: null,
      });
      await each.queues.rooms.postponeInvitation(ROOM, 20);
      expect(await each.queues.rooms.nextInvitation()).toMatchObject({ room_id: OTHER, accept: 0 });
      await each.queues.rooms.removeInvitation(OTHER);
      expect(await each.queues.rooms.nextInvitation()).toMatchObject({
        room_id: ROOM,
        attempts: 1,
        next_at: 20,
      });
    });
  });

  describe(`an invitation by a replaced room, in ${name},`, () => {
    const each = forEachTest(open);
    const byRoom = { roomId: ROOM, inviter: ALICE, direct: false, accept: true, predecessor: OTHER };

    it('gives way to that of a person, which is tried at once', async () => {
      await each.queues.rooms.invite(byRoom, 10);
      await each.queues.rooms.postponeInvitation(ROOM, 100);
      await each.queues.rooms.invite({ roomId: ROOM, inviter: '@bob:x', direct: true, accept: true }, 20);
      expect(await each.queues.rooms.nextInvitation()).toEqual({
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
      await each.queues.rooms.invite({ roomId: ROOM, inviter: '@bob:x', direct: true, accept: true }, 10);
      await each.queues.rooms.invite(byRoom, 20);
      expect(await each.queues.rooms.nextInvitation()).toMatchObject({
        inviter: '@bob:x',
        predecessor: null,
      });
      await each.queues.rooms.removeInvitation(ROOM);
      await each.queues.rooms.invite(byRoom, 30);
      await each.queues.rooms.invite({ ...byRoom, inviter: '@eve:x' }, 40);
      expect(await each.queues.rooms.nextInvitation()).toMatchObject({
        inviter: ALICE,
        predecessor: OTHER,
        next_at: 30,
      });
    });
  });
};
