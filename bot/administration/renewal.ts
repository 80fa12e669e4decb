import type { Database } from '../store/database.ts';
import { keyValue } from '../store/queues/key-value.ts';
import { latestDay } from './account.ts';

/** Day the account was last renewed, as far as is known. */
export interface Renewal {
  day(): string | null;
  /** The homeserver has just accepted an account that had expired. @param today ISO 8601 local date */
  note(today: string): Promise<void>;
}

/** The later of the day of the configuration and of the day that the bot itself has seen. */
export const openRenewal = async (database: Database, configured: string | null): Promise<Renewal> => {
  const store = keyValue(database);
  let seen = await store.get(KEY);
  return {
    day: () => latestDay(configured, seen),
    note: async (today) => {
      seen = today;
      await store.set(KEY, today);
    },
  };
};

const KEY = 'account_renewed_on';
