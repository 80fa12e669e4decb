import { HOUR } from '../../time.ts';
import type { Database } from '../database.ts';

const MOST_IN_AN_HOUR = 20;

/** Causes of what the administration room is told begin so. */
export const ALERT = 'alert/';

/** Whether the administration room may be told one more thing; `last` = it should be that there are too many. */
export const mayAlert = async (database: Database, now: number): Promise<'yes' | 'last' | 'no'> => {
  const { n } = await database
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    // A range, so that the index on causes is used.
    .where('cause', '>=', ALERT)
    .where('cause', '<', 'alert0')
    .where('created_at', '>', now - HOUR)
    .executeTakeFirstOrThrow();
  if (n >= MOST_IN_AN_HOUR) return 'no';
  return n === MOST_IN_AN_HOUR - 1 ? 'last' : 'yes';
};
