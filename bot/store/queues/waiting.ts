import type { Waiting, WaitingRoom } from '../../queues/queues.ts';
import type { Database } from '../database.ts';
import type { OutboxRow } from '../schema.ts';

/** Rooms not in `exceptRooms` for which something waits, with the best priority and the oldest row of each. */
export const waitingRooms = async (
  database: Database,
  exceptRooms: readonly string[],
): Promise<readonly WaitingRoom[]> => {
  let query = database
    .selectFrom('outbox')
    .select(({ fn }) => ['room_id as roomId', fn.min('priority').as('priority'), fn.min('id').as('id')])
    .where('state', '=', 'waiting')
    .groupBy('room_id');
  if (exceptRooms.length > 0) query = query.where('room_id', 'not in', exceptRooms);
  return await query.execute();
};

/** What waits for a room, most urgent first. What edits or withdraws an answer belongs to whoever asked for that answer. */
export const waitingIn = (database: Database, roomId: string, most: number): Promise<readonly Waiting[]> =>
  database
    .selectFrom('outbox')
    .leftJoin('inbox', (join) =>
      join.on(({ eb, fn, ref }) =>
        eb('inbox.event_id', '=', fn.coalesce(ref('outbox.edits'), ref('outbox.cause'))),
      ),
    )
    .select(['outbox.id', 'outbox.priority', 'outbox.cause', 'inbox.sender as person'])
    .where('outbox.state', '=', 'waiting')
    .where('outbox.room_id', '=', roomId)
    .orderBy('outbox.priority')
    .orderBy('outbox.id')
    .limit(most)
    .execute();

export const rowOf = (database: Database, id: number): Promise<OutboxRow | undefined> =>
  database.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();

/** How many rows queued after `since` have a cause that begins with `prefix`. */
export const countCauses = async (database: Database, prefix: string, since: number): Promise<number> => {
  const { n } = await database
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    // A range, so that the index on causes is used; nothing sorts after the last character of Unicode.
    .where('cause', '>=', prefix)
    .where('cause', '<', `${prefix}\u{10ffff}`)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  return n;
};
