import { openDatabase } from '../../../../bot/store/database.ts';
import { createRoomSettingsStore } from '../../../../bot/store/records/room-settings.ts';
import { createMemoryRoomSettings } from '../../../../commands/room-settings/memory-store.ts';
import { roomSettingsContract } from '../../../support/contracts/room-settings.ts';

roomSettingsContract('memory', async () => ({ store: createMemoryRoomSettings(), close: async () => {} }));

roomSettingsContract('the database', async () => {
  const database = await openDatabase(':memory:');
  return { store: createRoomSettingsStore(database), close: () => database.destroy() };
});
