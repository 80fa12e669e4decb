import type { Rooms } from '../../../bot/queues/queues.ts';
import { emptyRoom } from '../../../bot/queues/rooms.ts';
import { copy, type MemoryTables } from './memory-tables.ts';

export const roomsOf = (tables: MemoryTables): Rooms => ({
  find: async (roomId) => copy(tables.rooms.get(roomId)),
  async save(roomId, { encryption, ...others }) {
    const known = tables.rooms.get(roomId) ?? emptyRoom(roomId);
    tables.rooms.set(roomId, { ...known, ...others, encryption: encryption ?? known.encryption });
  },
  async fill(roomId, rights) {
    const known = tables.rooms.get(roomId);
    if (known === undefined) return;
    known.power_levels ??= rights.power_levels;
    known.creators ??= rights.creators;
  },
  async oweGreeting(roomId) {
    const known = tables.rooms.get(roomId) ?? { ...emptyRoom(roomId), membership: 'leave' as const };
    tables.rooms.set(roomId, { ...known, greeting: known.greeting ?? 'due' });
  },
  toGreet: async () =>
    [...tables.rooms.values()]
      .filter((room) => room.greeting === 'due' && room.membership === 'join')
      .map((room) => ({ ...room })),
  openedBy: async (userId) =>
    [...tables.rooms.values()]
      .filter((room) => room.inviter === userId && room.membership === 'join')
      .map((room) => ({ ...room })),
  upgraded: async () =>
    [...tables.rooms.values()].flatMap(({ room_id: from, successor: to }) =>
      to !== null && to !== from && tables.rooms.get(to)?.membership === 'join' ? { from, to } : [],
    ),
  async invite({ roomId, inviter, direct, accept, predecessor = null }, now) {
    const known = tables.invitations.find((row) => row.room_id === roomId);
    if (known !== undefined && (known.predecessor === null || predecessor !== null)) return;
    tables.invitations = tables.invitations.filter((row) => row !== known);
    const numbers = { direct: Number(direct), accept: Number(accept), attempts: 0, next_at: now };
    tables.invitations.push({ room_id: roomId, inviter, predecessor, ...numbers });
  },
  nextInvitation: async () => copy(tables.invitations.toSorted((a, b) => a.next_at - b.next_at)[0]),
  async postponeInvitation(roomId, until) {
    for (const row of tables.invitations.filter(({ room_id }) => room_id === roomId))
      Object.assign(row, { attempts: row.attempts + 1, next_at: until });
  },
  async removeInvitation(roomId) {
    tables.invitations = tables.invitations.filter((row) => row.room_id !== roomId);
  },
});
