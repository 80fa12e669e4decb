import { DEFAULT_SETTINGS, type RoomSettings, type RoomSettingsStore } from './settings.ts';

/** Settings kept in memory: for the console, the batch mode and tests. */
export const createMemoryRoomSettings = (): RoomSettingsStore => {
  const rooms = new Map<string, RoomSettings>();
  const read = async (roomId: string): Promise<RoomSettings> => ({
    ...(rooms.get(roomId) ?? DEFAULT_SETTINGS),
  });
  return {
    read,
    change: async (roomId, change) => {
      rooms.set(roomId, { ...(await read(roomId)), ...change });
      return read(roomId);
    },
    move: async (from, to) => {
      const settings = rooms.get(from);
      if (settings === undefined) return;
      rooms.set(to, settings);
      rooms.delete(from);
    },
  };
};
