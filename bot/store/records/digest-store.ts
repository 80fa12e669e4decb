import { sql } from 'kysely';
import type { DigestStore } from '../../../knowledge/digest/store.ts';
import type { Database } from '../database.ts';

/** What rooms have asked of their digest, in the database of the bot. */
export const createDigestStore = (database: Database): DigestStore => ({
  subscription: async (roomId) => {
    const row = await database
      .selectFrom('digest_subscriptions')
      .select(['weekday', 'minute', 'since', 'paused_until as pausedUntil'])
      .where('room_id', '=', roomId)
      .executeTakeFirst();
    return row === undefined ? null : { roomId, ...row };
  },

  subscribe: async ({ roomId, weekday, minute, since, pausedUntil }, author) => {
    const values = { weekday, minute, since, paused_until: pausedUntil, author };
    await database
      .insertInto('digest_subscriptions')
      .values({ room_id: roomId, ...values })
      .onConflict((conflict) => conflict.column('room_id').doUpdateSet(values))
      .execute();
  },

  unsubscribe: async (roomId) => {
    const { numDeletedRows } = await database
      .deleteFrom('digest_subscriptions')
      .where('room_id', '=', roomId)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  },

  silences: async (roomId) => {
    const rows = await database
      .selectFrom('digest_silences')
      .select(['origin', 'number', 'due', 'stage', 'until', 'author as by', 'at', 'cause'])
      .where('room_id', '=', roomId)
      .execute();
    return rows.map(({ cause, ...silence }) => (cause === null ? silence : { ...silence, cause }));
  },

  unsilence: async (cause) => {
    const { numDeletedRows } = await database
      .deleteFrom('digest_silences')
      .where('cause', '=', cause)
      .executeTakeFirst();
    return Number(numDeletedRows);
  },

  silence: (roomId, silences) =>
    database.transaction().execute(async (transaction) => {
      for (const { origin, number, by: author, cause = null, ...values } of silences) {
        const what = { ...values, author, cause };
        await transaction
          .insertInto('digest_silences')
          .values({ room_id: roomId, origin, number, ...what })
          .onConflict((conflict) => conflict.columns(['room_id', 'origin', 'number']).doUpdateSet(what))
          .execute();
      }
    }),

  told: (roomId) =>
    database
      .selectFrom('digest_told')
      .select(['origin', 'number', 'due', 'stage'])
      .where('room_id', '=', roomId)
      .execute(),

  noteTold: async (roomId, told, at) => {
    // Bound values are few in one statement of SQLite.
    for (const { origin, number, due, stage } of told)
      await database
        .insertInto('digest_told')
        .values({ room_id: roomId, at, origin, number, due, stage })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  },

  noteListed: (roomId, cause, items, at) =>
    database.transaction().execute(async (transaction) => {
      for (const { origin, number } of items)
        await transaction
          .insertInto('digest_listed')
          .values({ room_id: roomId, cause, origin, number, at })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
    }),

  listed: async (roomId, cause) => {
    const rows = await database
      .selectFrom('digest_listed')
      .select(['origin', 'number'])
      .where('room_id', '=', roomId)
      .where('cause', '=', cause)
      .orderBy('origin')
      .orderBy('number')
      .execute();
    return rows.length === 0 ? null : rows;
  },

  move: (from, to, shift) =>
    database.transaction().execute(async (transaction) => {
      // What stands in the new room already was asked there, later: it is kept.
      for (const table of TABLES) {
        const name = sql.table(table);
        await sql`UPDATE OR IGNORE ${name} SET room_id = ${to} WHERE room_id = ${from}`.execute(transaction);
        await sql`DELETE FROM ${name} WHERE room_id = ${from}`.execute(transaction);
      }
      for (const table of BY_ORIGIN) {
        const name = sql.table(table);
        await sql`UPDATE OR IGNORE ${name} SET origin = ${to}, number = number + ${shift} WHERE origin = ${from}`.execute(
          transaction,
        );
      }
    }),
});

/** Tables of which a room's rows follow it. Those that name a register by its room follow too. */
const BY_ORIGIN = ['digest_listed', 'digest_told', 'digest_silences'] as const;
const TABLES = ['digest_subscriptions', 'digest_runs', ...BY_ORIGIN] as const;
