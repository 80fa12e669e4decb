import { type Kysely, sql } from 'kysely';

/** Where we are in each room, and who may do what there: kept from the synchronisation. */
export const roomMemory = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [
      sql`ALTER TABLE rooms ADD COLUMN seen_event TEXT`,
      sql`ALTER TABLE rooms ADD COLUMN power_levels TEXT`,
      sql`ALTER TABLE rooms ADD COLUMN creators TEXT`,
    ])
      await statement.execute(db);
  },
};
