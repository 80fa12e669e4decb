import { setImmediate } from 'node:timers/promises';
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Derogation, HistoryLine } from '../../../knowledge/register/derogation.ts';
import type { Schema } from '../schema.ts';
import { toDerogation, toHistoryLine } from './register-rows.ts';
import type { Reader } from './register-writes.ts';

/** Some derogations, before it is said which columns are read. */
export type Some = SelectQueryBuilder<Schema, 'derogations', object>;

/** Derogations read at once: some milliseconds. */
const SLICE = 200;

/** Derogations by deadline, a slice in each turn of the event loop. */
export const slicesOf = async function* (
  database: Reader,
  some: Some,
): AsyncGenerator<readonly Derogation[]> {
  const found = await byDeadline(some).select(sql<number>`rowid`.as('id')).execute();
  for (let at = 0; at < found.length; at += SLICE) {
    if (at > 0) await setImmediate();
    const ids = found.slice(at, at + SLICE).map(({ id }) => id);
    const rows = await database
      .selectFrom('derogations')
      .selectAll()
      .select(sql<number>`rowid`.as('id'))
      .where(sql<number>`rowid`, 'in', ids)
      .execute();
    const byId = new Map(rows.map((row) => [row.id, row]));
    yield ids.flatMap((id) => byId.get(id) ?? []).map(toDerogation);
  }
};

/** The first line of the history of each, in their order. */
export const firstLinesOf = async (
  database: Reader,
  derogations: readonly Derogation[],
): Promise<readonly (HistoryLine | undefined)[]> => {
  const found = new Map<string, HistoryLine>();
  for (const [roomId, some] of Map.groupBy(derogations, (one) => one.roomId)) {
    const rows = await database
      .selectFrom('derogation_history')
      .selectAll()
      .where('room_id', '=', roomId)
      .where(
        'number',
        'in',
        some.map(({ number }) => number),
      )
      .where('version', '=', 1)
      .execute();
    for (const line of rows.map(toHistoryLine)) found.set(keyOf(line), line);
  }
  return derogations.map((one) => found.get(keyOf(one)));
};

export const byDeadline = (query: Some): Some =>
  query.orderBy(sql`due IS NULL`).orderBy('due').orderBy('room_id').orderBy('number');

const keyOf = ({ roomId, number }: Pick<Derogation, 'roomId' | 'number'>): string => `${number} ${roomId}`;
