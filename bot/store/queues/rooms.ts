import type { Invitation, RoomChange } from '../../queues/queues.ts';
import type { Database } from '../database.ts';
import type { InvitationRow, RoomRow } from '../schema.ts';

export const findRoom = (database: Database, roomId: string): Promise<RoomRow | undefined> =>
  database.selectFrom('rooms').selectAll().where('room_id', '=', roomId).executeTakeFirst();

/** Notes what has changed in a room. An encryption once known is never overwritten with null. */
export const saveRoom = async (database: Database, roomId: string, change: RoomChange): Promise<void> => {
  const { encryption, ...others } = change;
  const values = encryption == null ? others : { ...others, encryption };
  await database
    .insertInto('rooms')
    .values({ room_id: roomId, membership: 'join', ...values })
    .onConflict((conflict) =>
      Object.keys(values).length === 0
        ? conflict.doNothing()
        : conflict.column('room_id').doUpdateSet(values),
    )
    .execute();
};

/** Notes what was asked about the rights in a room, unless they are known already. */
export const fillRoom = async (
  database: Database,
  roomId: string,
  rights: { readonly power_levels: string; readonly creators: string },
): Promise<void> => {
  await database
    .updateTable('rooms')
    .set(({ fn, ref, val }) => ({
      power_levels: fn.coalesce(ref('power_levels'), val(rights.power_levels)),
      creators: fn.coalesce(ref('creators'), val(rights.creators)),
    }))
    .where('room_id', '=', roomId)
    .execute();
};

/** Notes an invitation to accept or decline; one already noted keeps its count of attempts. */
export const invite = async (database: Database, invitation: Invitation, now: number): Promise<void> => {
  const { roomId, inviter, direct, accept, predecessor = null } = invitation;
  const values = { inviter, direct: Number(direct), accept: Number(accept), next_at: now, predecessor };
  await database
    .insertInto('invitations')
    .values({ room_id: roomId, ...values })
    .onConflict((conflict) =>
      predecessor === null
        ? conflict
            .column('room_id')
            .doUpdateSet({ ...values, attempts: 0 })
            .where('invitations.predecessor', 'is not', null)
        : conflict.doNothing(),
    )
    .execute();
};

/** A person has invited the bot to a room: it greets it, unless that was decided before. */
export const oweGreeting = async (database: Database, roomId: string): Promise<void> => {
  await database
    .insertInto('rooms')
    .values({ room_id: roomId, membership: 'leave', greeting: 'due' })
    .onConflict((conflict) =>
      conflict.column('room_id').doUpdateSet(({ fn, ref, val }) => ({
        greeting: fn.coalesce(ref('rooms.greeting'), val('due' as const)),
      })),
    )
    .execute();
};

/** Rooms that the bot is in and has to greet. */
export const roomsToGreet = (database: Database): Promise<readonly RoomRow[]> =>
  database
    .selectFrom('rooms')
    .selectAll()
    .where('greeting', '=', 'due')
    .where('membership', '=', 'join')
    .execute();

/** Rooms that the bot is in because this person has let it in. */
export const roomsOpenedBy = (database: Database, userId: string): Promise<readonly RoomRow[]> =>
  database
    .selectFrom('rooms')
    .selectAll()
    .where('inviter', '=', userId)
    .where('membership', '=', 'join')
    .execute();

/** The invitation whose next attempt comes first. */
export const nextInvitation = (database: Database): Promise<InvitationRow | undefined> =>
  database.selectFrom('invitations').selectAll().orderBy('next_at').limit(1).executeTakeFirst();

export const postponeInvitation = async (
  database: Database,
  roomId: string,
  until: number,
): Promise<void> => {
  await database
    .updateTable('invitations')
    .set((row) => ({ attempts: row('attempts', '+', 1), next_at: until }))
    .where('room_id', '=', roomId)
    .execute();
};

export const removeInvitation = async (database: Database, roomId: string): Promise<void> => {
  await database.deleteFrom('invitations').where('room_id', '=', roomId).execute();
};

/** Replaced rooms whose successor the bot is in. */
export const upgradedRooms = async (
  database: Database,
): Promise<readonly { readonly from: string; readonly to: string }[]> =>
  await database
    .selectFrom('rooms as old')
    .innerJoin('rooms as new', 'new.room_id', 'old.successor')
    .select(['old.room_id as from', 'new.room_id as to'])
    .where('new.membership', '=', 'join')
    .whereRef('old.room_id', '!=', 'new.room_id')
    .execute();
