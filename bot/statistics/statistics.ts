import { createHmac, randomBytes } from 'node:crypto';
import type { DayUsage } from '../../commands/operations/operations.ts';
import type { Answer } from '../../knowledge/answer/answer.ts';
import type { Database } from '../store/database.ts';
import { keyValue } from '../store/queues/key-value.ts';

/** Counts by day. Who asked is kept as a pseudonym whose key is destroyed with the day: days cannot be joined. */
export interface Statistics {
  /** @param day local date in Europe/Paris, ISO 8601 */
  count(
    day: string,
    answer: Answer,
    who: { readonly sender: string; readonly roomId: string },
  ): Promise<void>;
  figures(day: string): Promise<DayUsage>;
  /** Forgets the days before `day`. */
  forgetBefore(day: string): Promise<void>;
}

export const createStatistics = (database: Database): Statistics => ({
  count: (day, answer, { sender, roomId }) =>
    database.transaction().execute(async (transaction) => {
      const key = await keyOf(transaction, day);
      const command = answer.data?.command ?? '';
      await transaction
        .insertInto('statistics')
        .values({ day, kind: answer.kind, command, count: 1 })
        .onConflict((conflict) =>
          conflict.columns(['day', 'kind', 'command']).doUpdateSet((row) => ({
            count: row('statistics.count', '+', 1),
          })),
        )
        .execute();
      for (const [kind, identifier] of [
        ['person', sender],
        ['room', roomId],
      ] as const)
        await transaction
          .insertInto('statistics_seen')
          .values({ day, kind, pseudonym: createHmac('sha256', key).update(identifier).digest('base64url') })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
    }),

  figures: async (day) => {
    const { answers } = await database
      .selectFrom('statistics')
      .select(({ fn, val }) => fn.coalesce(fn.sum<number>('count'), val(0)).as('answers'))
      .where('day', '=', day)
      .executeTakeFirstOrThrow();
    const seen = await database
      .selectFrom('statistics_seen')
      .select(({ fn }) => ['kind', fn.countAll<number>().as('n')])
      .where('day', '=', day)
      .groupBy('kind')
      .execute();
    const of = (kind: string): number => seen.find((row) => row.kind === kind)?.n ?? 0;
    return { day, answers, people: of('person'), rooms: of('room') };
  },

  forgetBefore: async (day) => {
    await database.deleteFrom('statistics').where('day', '<', day).execute();
    await database.deleteFrom('statistics_seen').where('day', '<', day).execute();
  },
});

/** Key of the pseudonyms of a day; that of the day before is overwritten, and with it the way back. */
const keyOf = async (database: Database, day: string): Promise<string> => {
  const store = keyValue(database);
  const [known, key] = (await store.get(KEY))?.split(' ') ?? [];
  if (known === day && key !== undefined) return key;
  const fresh = randomBytes(32).toString('base64url');
  await store.set(KEY, `${day} ${fresh}`);
  return fresh;
};

const KEY = 'statistics_key';
