import {
  DEFAULT_SETTINGS,
  type RoomSettings,
  type RoomSettingsStore,
} from '../../../commands/room-settings/settings.ts';
import type { Database } from '../database.ts';
import type { RoomSettingsTable } from '../schema.ts';

/** Settings of rooms in the database of the bot. */
export const createRoomSettingsStore = (database: Database): RoomSettingsStore => ({
  read: (roomId) => read(database, roomId),

  change: (roomId, change) =>
    database.transaction().execute(async (transaction) => {
      const settings = { ...(await read(transaction, roomId)), ...change };
      await write(transaction, roomId, settings);
      return settings;
    }),

  move: (from, to) =>
    database.transaction().execute(async (transaction) => {
      const row = await find(transaction, from);
      if (row === undefined) return;
      await write(transaction, to, settingsOf(row));
      await transaction.deleteFrom('room_settings').where('room_id', '=', from).execute();
    }),
});

const find = (database: Database, roomId: string): Promise<RoomSettingsTable | undefined> =>
  database.selectFrom('room_settings').selectAll().where('room_id', '=', roomId).executeTakeFirst();

const read = async (database: Database, roomId: string): Promise<RoomSettings> => {
  const row = await find(database, roomId);
  return row === undefined ? DEFAULT_SETTINGS : settingsOf(row);
};

const settingsOf = ({
  mention_only,
  in_thread,
  reactions,
  greets,
  language,
}: RoomSettingsTable): RoomSettings => ({
  mentionOnly: mention_only === 1,
  inThread: in_thread === 1,
  reactions: reactions === 1,
  greets: greets === 1,
  language,
});

const write = async (database: Database, roomId: string, settings: RoomSettings): Promise<void> => {
  const values = {
    mention_only: Number(settings.mentionOnly),
    in_thread: Number(settings.inThread),
    reactions: Number(settings.reactions),
    greets: Number(settings.greets),
    language: settings.language,
  };
  await database
    .insertInto('room_settings')
    .values({ room_id: roomId, ...values })
    .onConflict((conflict) => conflict.column('room_id').doUpdateSet(values))
    .execute();
};
