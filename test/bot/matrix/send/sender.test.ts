import { beforeEach, describe, expect, it } from 'vitest';
import type { RoomCrypto } from '../../../../bot/matrix/encryption/room-crypto.ts';
import { ContradictedEncryption } from '../../../../bot/matrix/encryption/room-encryption.ts';
import { Connection } from '../../../../bot/matrix/http/connection.ts';
import { Sender, type SenderOptions } from '../../../../bot/matrix/send/sender.ts';
import { Throttle } from '../../../../bot/matrix/send/throttle.ts';
import { until } from '../../../support/matrix/transport.ts';
import { createMemoryQueues } from '../../../support/queues/memory-queues.ts';

const room = '!salon:x';
let queues = createMemoryQueues();
const nothing = () => {};
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
/** Rooms that are encrypted, by a machine that changes nothing. */
const crypto: RoomCrypto = {
  decrypt: async (_roomId, event) => event,
  isEncrypted: async () => true,
  encrypt: async (_roomId, _type, content) => content,
};

beforeEach(async () => {
  queues = createMemoryQueues();
  await queues.rooms.save(room, { membership: 'join', members: 2, direct: 1 });
});

describe('sending', () => {
  const part = (
    roomId: string,
    cause: string,
    priority: 'interactive' | 'scheduled' = 'interactive',
    number = 0,
  ) => ({
    roomId,
    kind: 'message' as const,
    content: { body: `${cause}/${number}` },
    priority,
    cause,
    part: number,
    edits: null,
  });

  /** Runs a sender until nothing is left; `put` may throw. */
  async function drain(
    put: (roomId: string, body: string, transactionId: string) => void,
    given: Partial<Pick<SenderOptions, 'adminRoom' | 'now'> & Pick<RoomCrypto, 'isEncrypted'>> = {},
  ): Promise<void> {
    const { adminRoom = null, now = Date.now, isEncrypted = crypto.isEncrypted } = given;
    const connection = new Connection();
    connection.synced(Date.now());
    const end = new AbortController();
    const client = {
      putEvent: async (
        roomId: string,
        _type: string,
        transactionId: string,
        content: Readonly<Record<string, unknown>>,
      ) => {
        put(roomId, String(content.body), transactionId);
        return `$${transactionId}`;
      },
      putRedaction: async () => '$r',
    };
    const sender = new Sender({
      uploader: {
        upload: async () => 'mxc://x/abc',
        encrypt: async (bytes) => ({ buffer: bytes.reverse(), file: { v: 'v2' } }),
      },
      queues,
      client,
      crypto: { ...crypto, isEncrypted },
      connection,
      throttle: new Throttle(0, now),
      adminRoom,
      now,
      log,
      count: nothing,
    });
    const run = sender.run(end.signal);
    await until('the outbox to be empty', async () => {
      sender.wake();
      return !(await queues.outbox.hasToSend([]));
    });
    end.abort();
    await run;
  }

  it('puts replies before digests, turn by turn between rooms, and keeps the order of a room', async () => {
    const clock = Date.now();
    await queues.outbox.enqueue(
      [
        part(room, 'resume', 'scheduled'),
        part(room, 'a', 'interactive', 0),
        part(room, 'a', 'interactive', 1),
        part('!autre:x', 'b'),
      ],
      clock,
    );
    const order: string[] = [];
    await drain((_, body) => order.push(body));
    expect(order).toEqual(['a/0', 'b/0', 'a/1', 'resume/0']);
  });

  it('does not let a failing room hold the others back, nor overtake itself', async () => {
    const clock = Date.now();
    await queues.outbox.enqueue(
      [part(room, 'a', 'interactive', 0), part(room, 'a', 'interactive', 1), part('!autre:x', 'b')],
      clock,
    );
    const order: string[] = [];
    let failures = 2;
    await drain((roomId, body) => {
      if (roomId === room && failures-- > 0) throw new Error('500');
      order.push(body);
    });
    expect(order).toEqual(['b/0', 'a/0', 'a/1']);
  });

  it('uses the same transaction id for every attempt at a part, and another for each part', async () => {
    const clock = Date.now();
    await queues.outbox.enqueue(
      [part(room, 'a', 'interactive', 0), part(room, 'a', 'interactive', 1)],
      clock,
    );
    const ids: string[] = [];
    let failures = 1;
    await drain((_, __, transactionId) => {
      ids.push(transactionId);
      if (failures-- > 0) throw new Error('cut');
    });
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(2);
  });

  it('gives up what has waited for more than twelve hours', async () => {
    await queues.outbox.enqueue([part(room, 'vieux')], Date.now() - 13 * 3_600_000);
    const order: string[] = [];
    await drain((_, body) => order.push(body));
    expect(order).toEqual([]);
  });

  it('tells the administrators once of a room whose state denies its encryption, and sends nothing there', async () => {
    const admin = '!admin:x';
    await queues.rooms.save(admin, { membership: 'join', members: 2, direct: 0 });
    await queues.outbox.enqueue([part(room, 'secret')], Date.now());
    const sent: string[] = [];
    let attempts = 0;
    let confirmed = false;
    let told = 0;
    let clock = Date.now();
    await drain(
      (roomId, body) => {
        sent.push(`${roomId} ${body.slice(0, 40)}`);
        if (roomId === admin) told = attempts;
      },
      {
        adminRoom: admin,
        // Time passes each time it is looked at.
        now: () => (clock += 3000),
        isEncrypted: async (roomId) => {
          if (roomId !== room || confirmed) return true;
          attempts++;
          confirmed = attempts > 30;
          throw new ContradictedEncryption();
        },
      },
    );
    expect(sent).toEqual([`${admin} Le serveur se contredit sur le salon !sa`, `${room} secret/0`]);
    expect(told).toBeGreaterThanOrEqual(12);
    expect(told).toBeLessThan(30);
  });
});
