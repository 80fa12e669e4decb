import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../bot/store/database.ts';
import { finish, nextReceived, receive } from '../../../bot/store/queues/inbox.ts';
import { drop, enqueue, markSent } from '../../../bot/store/queues/outbox.ts';
import { until } from '../../e2e/support/until.ts';

const CANARY = 'Canari-du-salon-chiffré';
const ROOM = '!salon:x';
let folder: string;
let database: Database;
let next = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wiped-'));
  database = await openDatabase(join(folder, 'bot.sqlite'));
});
afterEach(async () => {
  await database.destroy();
  rmSync(folder, { recursive: true });
});

/** How often the canary stands in the bytes of the files, and their sizes. */
const found = (): number =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)))
    .reduce((count, bytes) => count + bytes.toString('latin1').split(asBytes).length - 1, 0);
const asBytes = Buffer.from(CANARY).toString('latin1');
const journal = (): number => readFileSync(join(folder, 'bot.sqlite-wal')).length;

/** A question of `size` characters that is received, answered and sent, or half of it. */
const question = async (size: number, end: 'done' | 'dead', sent: boolean): Promise<void> => {
  const eventId = `$q${next++}`;
  const text = `${CANARY} `.repeat(Math.ceil(size / CANARY.length));
  const event = JSON.stringify({ content: { body: text } });
  const sentAt = next;
  await receive(
    database,
    {
      eventId,
      roomId: ROOM,
      sender: '@a:x',
      event,
      sessionId: null,
      cipherHash: null,
      sentAt,
    },
    sentAt,
  );
  const row = await nextReceived(database, ROOM);
  await database.transaction().execute(async (transaction) => {
    const content = { msgtype: 'm.notice', body: text, formatted_body: `<p>${text}</p>` };
    const place = { roomId: ROOM, kind: 'message', priority: 'interactive', edits: null } as const;
    await enqueue(transaction, [{ ...place, content, cause: eventId, part: 0 }], sentAt);
    await finish(transaction, row?.id ?? 0, end);
  });
  const queued = await database
    .selectFrom('outbox')
    .select('id')
    .where('cause', '=', eventId)
    .executeTakeFirstOrThrow();
  await (sent ? markSent(database, queued.id, `$r${next}`) : drop(database, queued.id));
};

describe('a text that was answered', () => {
  it('is in no byte of the files a moment later, whatever the sizes that shared its pages', async () => {
    const exchange = fc.tuple(
      fc.oneof(fc.nat(300), fc.nat(5000), fc.nat(60_000)),
      fc.constantFrom('done' as const, 'dead' as const),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(exchange, { minLength: 1, maxLength: 12 }), async (exchanges) => {
        for (const given of exchanges) await question(...given);
        expect(found()).toBeGreaterThan(0);
        await until('the journal to be emptied', () => journal() === 0, 30_000, 50);
        expect(found()).toBe(0);
      }),
      { numRuns: 6 },
    );
  });

  it('leaves the journal when the bot is started again after having been killed', async () => {
    await question(5000, 'done', true);
    expect(found()).toBeGreaterThan(0);
    await database.destroy();
    database = await openDatabase(join(folder, 'bot.sqlite'));
    expect([journal(), found()]).toEqual([0, 0]);
  });
});
