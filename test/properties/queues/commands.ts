import fc from 'fast-check';
import { expect } from 'vitest';
import type { Queues } from '../../../bot/queues/queues.ts';
import { event, part } from '../../support/queues/each.ts';
import { type Model, ROOMS } from './model.ts';

export { emptyModel } from './model.ts';

export interface Real {
  readonly queues: Queues;
  /** The process is killed, and started again on the same disk. */
  crash(): Promise<void>;
}

type Command = fc.AsyncCommand<Model, Real>;

/** What is expected of every state: the first of each room, and how much waits. */
const agree = async (model: Model, { queues }: Real): Promise<void> => {
  for (const room of ROOMS) {
    expect((await queues.inbox.next(room))?.event_id).toBe(model.waiting(room)[0]?.id);
    const outgoing = await queues.outbox.waitingIn(room, 100);
    expect(outgoing.map(({ cause, id }) => [cause, typeof id])).toEqual(
      model.outgoing(room).map(({ cause }) => [cause, 'number']),
    );
  }
  expect((await queues.inbox.roomsWithWork()).toSorted()).toEqual(
    ROOMS.filter((room) => model.waiting(room).length > 0),
  );
  expect(await queues.counts()).toMatchObject(model.counts());
};

const command = (name: string, run: (model: Model, real: Real) => Promise<void>): Command => ({
  check: () => true,
  run: async (model, real) => {
    await run(model, real);
    await agree(model, real);
  },
  toString: () => name,
});

const room = fc.constantFrom(...ROOMS);
const id = fc.integer({ min: 1, max: 12 }).map((number) => `$${number}`);
const session = fc.constantFrom(null, 's', 't');
/** Ciphertexts are few: some come twice, under two ids, as in a replay. */
const hash = fc.constantFrom(null, null, 'h1', 'h2', 'h3');

const received = fc.record({ eventId: id, roomId: room, sessionId: session, cipherHash: hash });

/** An answer of /sync, whole or not at all: with `fails`, the disk refuses before its end. */
const sync = fc.tuple(fc.array(received, { minLength: 1, maxLength: 4 }), fc.boolean()).map(([list, fails]) =>
  command(
    `sync ${list.map(({ eventId }) => eventId).join(' ')}${fails ? ', which fails' : ''}`,
    async (model, { queues }) => {
      const work = queues.atOnce(async (kept) => {
        const stored: boolean[] = [];
        for (const one of list) stored.push(await kept.inbox.receive(event(one.eventId, one), model.now));
        if (fails) throw new Error('disk');
        return stored;
      });
      if (fails) await expect(work).rejects.toThrow('disk');
      else expect(await work).toEqual(list.map((one) => model.receive(one)));
    },
  ),
);

/** The oldest message of a room is answered; the process may be killed once its answer is queued, before it is done. */
const answer = fc
  .tuple(room, fc.integer({ min: 0, max: 2 }), fc.constantFrom('never', 'before', 'between'))
  .map(([roomId, parts, killed]) =>
    command(`answer in ${roomId} by ${parts}, killed ${killed}`, async (model, real) => {
      const row = await real.queues.inbox.next(roomId);
      expect(row?.event_id).toBe(model.waiting(roomId)[0]?.id);
      if (row === undefined) return;
      await real.queues.inbox.setAttempts(row.id, row.attempts + 1);
      if (killed === 'before') return await real.crash();
      const queue = Array.from({ length: parts }, (_, number) =>
        part(row.event_id, { roomId, part: number }),
      );
      await real.queues.outbox.enqueue(queue, model.now);
      model.enqueue(row.event_id, roomId, parts);
      if (killed === 'between') return await real.crash();
      await real.queues.inbox.finish(row.id, 'done');
      model.finishEvent(row.event_id);
    }),
  );

/** The first part that waits for a room is sent; killed before it is noted, the same transaction is sent again. */
const send = fc.tuple(room, fc.boolean()).map(([roomId, killed]) =>
  command(`send to ${roomId}${killed ? ', killed before it is noted' : ''}`, async (model, real) => {
    const [first] = await real.queues.outbox.waitingIn(roomId, 1);
    if (first === undefined) return;
    const row = await real.queues.outbox.find(first.id);
    model.transmit(roomId, row?.transaction_id ?? '', row?.content ?? null);
    if (killed) return await real.crash();
    await real.queues.outbox.markSent(first.id, `$sent${first.id}`);
    model.sent(roomId);
  }),
);

const lock = room.map((roomId) =>
  command(`the key of the next in ${roomId} is missing`, async (model, { queues }) => {
    const row = await queues.inbox.next(roomId);
    if (row === undefined || row.session_id === null) return;
    expect(await queues.inbox.lock(row)).toBe(model.lock(roomId, row.session_id));
  }),
);

const unlock = fc.tuple(room, fc.constantFrom('s', 't')).map(([roomId, sessionId]) =>
  command(`the key ${sessionId} comes in ${roomId}`, async (model, { queues }) => {
    expect(await queues.inbox.unlock(roomId, sessionId)).toBe(model.unlock(roomId, sessionId));
  }),
);

const withdraw = id.map((eventId) =>
  command(`${eventId} is withdrawn`, async (model, { queues }) => {
    await queues.inbox.forget({ eventId });
    model.forget(eventId);
  }),
);

const crash = fc.constant(command('killed', (_, real) => real.crash()));

/** Time passes, and what was handled or sent before is forgotten; what waits never is. */
const tidy = fc.constant(
  command('tidied', async (model, { queues }) => {
    model.now += 10;
    await queues.inbox.tidy(0, model.now);
    await queues.outbox.tidy(model.now);
    model.tidy();
  }),
);

export const commands: fc.Arbitrary<Command>[] = [
  sync,
  sync,
  answer,
  answer,
  send,
  lock,
  unlock,
  withdraw,
  crash,
  tidy,
];
