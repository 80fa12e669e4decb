import type { KeyValue } from '../../queues/queues.ts';
import type { Database } from '../database.ts';

/** Works on the database or on a transaction of it. */
export const keyValue = (database: Database): KeyValue => ({
  async get(key) {
    const row = await database
      .selectFrom('key_value')
      .select('value')
      .where('key', '=', key)
      .executeTakeFirst();
    return row?.value ?? null;
  },
  async set(key, value) {
    if (value === null) {
      await database.deleteFrom('key_value').where('key', '=', key).execute();
      return;
    }
    await database
      .insertInto('key_value')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute();
  },
});
