import type { SaidToday } from '../../feedback/unreviewed.ts';
import { DAY } from '../../time.ts';
import type { Database } from '../database.ts';
import { isCooling, startCooldown } from '../queues/cooldowns.ts';

/** What was said today, among the cooldowns: identifiers alone, for a day. */
export const createSaidToday = (database: Database, now: () => number): SaidToday => ({
  mayFollow: (place, cause, day) =>
    database.transaction().execute(async (transaction) => {
      const key = `unreviewed/${day}/${place}`;
      if (await isCooling(transaction, `${key}/${cause}`, now())) return true;
      if (await isCooling(transaction, key, now())) return false;
      await startCooldown(transaction, key, DAY, now());
      await startCooldown(transaction, `${key}/${cause}`, DAY, now());
      return true;
    }),
});
