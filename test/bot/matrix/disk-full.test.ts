import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RoomCrypto } from '../../../bot/matrix/encryption/room-crypto.ts';
import { Workers } from '../../../bot/matrix/sync/room-workers.ts';
import { type Database, openDatabase } from '../../../bot/store/database.ts';
import { createQueues } from '../../../bot/store/queues/open-queues.ts';
import { until } from '../../e2e/support/until.ts';
import { parrot } from '../../support/matrix/transport.ts';

const room = '!salon:x';
const crypto: RoomCrypto = {
  decrypt: async (_, event) => event,
  isEncrypted: async () => false,
  encrypt: async (_roomId, _type, content) => content,
};
const nothing = () => {};
const stop = new AbortController();
let database: Database;

beforeEach(async () => {
  database = await openDatabase(':memory:');
  await createQueues(database).rooms.save(room, { membership: 'join', members: 2, direct: 1 });
});
afterEach(async () => {
  stop.abort();
  await database.destroy();
});

/** SQLite says « full » from there on, as it does of a disk without room. */
const limitPages = (pages: number) => sql.raw(`PRAGMA max_page_count = ${pages}`).execute(database);

it('a question met by a full disk is answered when there is room, however often it was tried', async () => {
  let failures = 0;
  const log = { debug: nothing, info: nothing, warn: nothing, error: () => failures++ };
  const workers = new Workers(
    {
      queues: createQueues(database),
      crypto,
      handler: parrot([]),
      externals: { servers: [], contact: '' },
      invitations: { homeservers: [], users: [] },
      operators: [],
      self: () => ({ userId: '@bot:x', displayName: null }),
      render: () => [{ body: 'réponse '.repeat(2000), html: '' }],
      overhears: async () => false,
      now: () => 1000,
      log,
      bots: [],
      adminRoom: null,
      count: nothing,
      working: () => nothing,
      wakeSender: nothing,
    },
    stop.signal,
  );
  const event = JSON.stringify({
    type: 'm.room.message',
    event_id: '$q',
    sender: '@alice:x',
    origin_server_ts: 1000,
    content: { msgtype: 'm.text', body: 'Que dit R9 ?' },
  });
  const place = { eventId: '$q', roomId: room, sender: '@alice:x', sentAt: 1000 };
  await createQueues(database).inbox.receive({ ...place, event, sessionId: null, cipherHash: null }, 1000);
  await limitPages(1);

  workers.wake(room);
  await until('more failures than a message may have', () => failures > 4);
  await limitPages(100_000);
  await workers.idle();

  const rows = await database.selectFrom('inbox').select(['state', 'event']).execute();
  expect(rows).toEqual([{ state: 'done', event: null }]);
  const queued = await database.selectFrom('outbox').select(['cause', 'content']).execute();
  expect(queued).toMatchObject([{ cause: '$q', content: expect.stringContaining('réponse réponse') }]);
});
