import { DRAFT_LASTS } from '../../commands/derogation/table/confirm.ts';
import { FORGOTTEN_AFTER } from '../../commands/interview/interviews.ts';
import { CONFIRM_LASTS } from '../../commands/projet/write/replace.ts';
import type { Database } from './database.ts';
import { createDigestStore } from './records/digest-store.ts';
import { createInterviewStore } from './records/interviews.ts';
import { createProjectStore } from './records/project-store.ts';
import { createRegisterStore } from './records/register-store.ts';
import { createRoomSettingsStore } from './records/room-settings.ts';

/** What the bot keeps of rooms, in its database. */
export const openRoomRecords = (database: Database) => {
  const interviewStore = createInterviewStore(database);
  const registerStore = createRegisterStore(database);
  const projectStore = createProjectStore(database);
  const digestStore = createDigestStore(database);
  const roomSettings = createRoomSettingsStore(database);
  return {
    interviewStore,
    registerStore,
    projectStore,
    digestStore,
    roomSettings,
    /** A room was replaced by another: what is kept of it goes there. */
    move: async (from: string, to: string): Promise<void> => {
      const shift = await registerStore.move(from, to);
      await projectStore.move(from, to);
      await digestStore.move(from, to, shift);
      await roomSettings.move(from, to);
    },
    /** Forgets what waits for a person for too long. @param now epoch milliseconds */
    forget: async (now: number): Promise<void> => {
      await interviewStore.forgetBefore(now - FORGOTTEN_AFTER);
      await registerStore.forgetDrafts(now - DRAFT_LASTS);
      await projectStore.forgetDrafts(now - CONFIRM_LASTS);
    },
  };
};
