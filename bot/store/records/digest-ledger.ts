import type { ItemKey, Told } from '../../../knowledge/digest/item.ts';
import type { Subscription } from '../../../knowledge/digest/subscription.ts';
import type { Outgoing } from '../../messages.ts';
import type { Database } from '../database.ts';

/** A message to send for a period, with what it lists and announces. `outgoing` null = nothing to say. */
export interface PlannedRun {
  readonly roomId: string;
  /** All periods that this run settles: a digest stands for the reminders of its day. */
  readonly periods: readonly [string, ...string[]];
  readonly outgoing: Outgoing | null;
  readonly listed: readonly ItemKey[];
  readonly told: readonly Told[];
}

/** A subscription and the latest periods that were settled for it; null = none. */
export interface Standing {
  readonly subscription: Subscription;
  readonly lastWeek: string | null;
  readonly lastDay: string | null;
}

/** What was sent for each room and period. A period is settled once, whatever happens to the process. */
export interface DigestLedger {
  /** Every subscribed room that the bot is in. */
  standings(): Promise<readonly Standing[]>;
  standing(roomId: string): Promise<Omit<Standing, 'subscription'>>;
  /** Writes a run down with all that comes with it; false, and nothing written, when its first period is settled. */
  plan(run: PlannedRun, at: number): Promise<boolean>;
  skip(roomId: string, period: string, at: number): Promise<void>;
  /** Messages written down and not handed to the transport yet, oldest first. */
  planned(): Promise<readonly { readonly period: string; readonly outgoing: Outgoing }[]>;
  /** The transport has it: its text is forgotten here. */
  queued(roomId: string, period: string): Promise<void>;
  /** Forgets what is older than that instant and of no more use. */
  tidy(before: number): Promise<void>;
}

export const createDigestLedger = (database: Database): DigestLedger => ({
  standings: async () => {
    const rows = await database
      .selectFrom('digest_subscriptions as s')
      .innerJoin('rooms as r', 'r.room_id', 's.room_id')
      .where('r.membership', '=', 'join')
      .selectAll('s')
      .orderBy('s.room_id')
      .execute();
    const runs = await database
      .selectFrom('digest_runs')
      .select(({ fn, eb }) => [
        'room_id',
        eb('period', 'like', '%W%').as('week'),
        fn.max('period').as('last'),
      ])
      .groupBy(['room_id', 'week'])
      .execute();
    const last = new Map(runs.map(({ room_id, week, last }) => [`${Number(week)} ${room_id}`, last]));
    return rows.map(({ room_id: roomId, weekday, minute, since, paused_until: pausedUntil }) => ({
      subscription: { roomId, weekday, minute, since, pausedUntil },
      lastWeek: last.get(`1 ${roomId}`) ?? null,
      lastDay: last.get(`0 ${roomId}`) ?? null,
    }));
  },

  standing: async (roomId) => {
    const latest = async (pattern: string): Promise<string | null> => {
      const row = await database
        .selectFrom('digest_runs')
        .select(({ fn }) => fn.max<string | null>('period').as('last'))
        .where('room_id', '=', roomId)
        .where('period', 'like', pattern)
        .executeTakeFirst();
      return row?.last ?? null;
    };
    return { lastWeek: await latest('%W%'), lastDay: await latest('____-__-__') };
  },

  plan: ({ roomId, periods, outgoing, listed, told }, at) =>
    database.transaction().execute(async (transaction) => {
      const [first] = periods;
      for (const period of periods) {
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('digest_runs')
          .values({
            room_id: roomId,
            period,
            state: outgoing === null || period !== first ? 'empty' : 'planned',
            outgoing: outgoing === null || period !== first ? null : JSON.stringify(outgoing),
            at,
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        if (period === first && numInsertedOrUpdatedRows === 0n) return false;
      }
      if (outgoing === null) return true;
      const key = { room_id: roomId, at };
      if (listed.length > 0)
        await transaction
          .insertInto('digest_listed')
          .values(listed.map(({ origin, number }) => ({ ...key, cause: outgoing.cause, origin, number })))
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      if (told.length > 0)
        await transaction
          .insertInto('digest_told')
          .values(told.map(({ origin, number, due, stage }) => ({ ...key, origin, number, due, stage })))
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      return true;
    }),

  skip: async (roomId, period, at) => {
    await database
      .insertInto('digest_runs')
      .values({ room_id: roomId, period, state: 'skipped', outgoing: null, at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },

  planned: async () => {
    const rows = await database
      .selectFrom('digest_runs')
      .select(['room_id', 'period', 'outgoing'])
      .where('state', '=', 'planned')
      .orderBy('at')
      .execute();
    // The room may have been replaced since.
    return rows.map(({ room_id: roomId, period, outgoing }) => ({
      period,
      outgoing: { ...(JSON.parse(outgoing ?? 'null') as Outgoing), roomId },
    }));
  },

  queued: async (roomId, period) => {
    await database
      .updateTable('digest_runs')
      .set({ state: 'queued', outgoing: null })
      .where('room_id', '=', roomId)
      .where('period', '=', period)
      .execute();
  },

  tidy: async (before) => {
    await database
      .deleteFrom('digest_runs')
      .where('state', '!=', 'planned')
      .where('at', '<', before)
      .execute();
    await database.deleteFrom('digest_listed').where('at', '<', before).execute();
  },
});
