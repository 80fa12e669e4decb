import type { QueueCounts } from '../../queues/queues.ts';
import type { Database } from '../database.ts';

export const readQueueCounts = async (database: Database): Promise<QueueCounts> => {
  const rooms = await database
    .selectFrom('rooms')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('membership', '=', 'join')
    .executeTakeFirstOrThrow();
  const inbox = await database
    .selectFrom('inbox')
    .select(({ fn }) => ['state', fn.countAll<number>().as('n')])
    .where('state', 'in', ['waiting', 'locked'])
    .groupBy('state')
    .execute();
  const outbox = await database
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  const of = (state: string) => inbox.find((row) => row.state === state)?.n ?? 0;
  return { rooms: rooms.n, waiting: of('waiting'), undecryptable: of('locked'), outgoing: outbox.n };
};
