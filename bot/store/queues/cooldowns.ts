import type { Database } from '../database.ts';

/**
 * Whether a sentence may be said now, given that it is said at most once per `everyMs` for this key.
 * When it may, the date is noted; call it in the transaction that queues the sentence.
 */
export const mayBeSaid = async (
  database: Database,
  key: string,
  everyMs: number,
  now: number,
): Promise<boolean> => {
  const row = await database.selectFrom('said').select('at').where('key', '=', key).executeTakeFirst();
  if (row !== undefined && now - row.at < everyMs) return false;
  await database
    .insertInto('said')
    .values({ key, at: now })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ at: now }))
    .execute();
  return true;
};

export const tidySaid = async (database: Database, before: number): Promise<void> => {
  await database.deleteFrom('said').where('at', '<', before).execute();
};
