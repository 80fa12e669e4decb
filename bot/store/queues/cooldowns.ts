import type { Database } from '../database.ts';

/** Whether it is too early to say again what this key stands for. */
export const isCooling = async (database: Database, key: string, now: number): Promise<boolean> => {
  const row = await database
    .selectFrom('cooldowns')
    .select('until')
    .where('key', '=', key)
    .executeTakeFirst();
  return row !== undefined && now < row.until;
};

/** Keeps what this key stands for from being said again within `everyMs`. */
export const startCooldown = async (
  database: Database,
  key: string,
  everyMs: number,
  now: number,
): Promise<void> => {
  const until = now + everyMs;
  await database
    .insertInto('cooldowns')
    .values({ key, until })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ until }))
    .execute();
};

/** Forgets the cooldowns that are over. */
export const tidyCooldowns = async (database: Database, now: number): Promise<void> => {
  await database.deleteFrom('cooldowns').where('until', '<=', now).execute();
};
