import { expect } from 'vitest';
import type { Queues } from '../../../bot/queues/queues.ts';

export const ROOMS = ['!a:x', '!b:x'];

interface Event {
  readonly id: string;
  readonly room: string;
  readonly session: string | null;
  readonly hash: string | null;
  state: 'waiting' | 'locked' | 'done';
}

interface Part {
  readonly cause: string;
  readonly room: string;
  readonly number: number;
  state: 'waiting' | 'sent';
}

interface Received {
  readonly eventId: string;
  readonly roomId: string;
  readonly sessionId: string | null;
  readonly cipherHash: string | null;
}

/** What the queues hold, said as simply as it can be: lists, oldest first. */
export const emptyModel = () => {
  let events: Event[] = [];
  let parts: Part[] = [];
  /** What the homeserver was given under each transaction. */
  const transmitted = new Map<string, string>();

  const inState = (room: string, state: Event['state']): readonly Event[] =>
    events.filter((one) => one.room === room && one.state === state);
  const outgoing = (room: string): readonly Part[] =>
    parts.filter((one) => one.room === room && one.state === 'waiting');

  const model = {
    now: 10,
    waiting: (room: string) => inState(room, 'waiting'),
    outgoing,
    counts: () => ({
      waiting: events.filter(({ state }) => state === 'waiting').length,
      undecryptable: events.filter(({ state }) => state === 'locked').length,
      outgoing: parts.filter(({ state }) => state === 'waiting').length,
    }),
    receive: ({ eventId, roomId, sessionId, cipherHash }: Received): boolean => {
      const known = events.some(({ id, hash }) => id === eventId || (hash !== null && hash === cipherHash));
      if (!known)
        events.push({ id: eventId, room: roomId, session: sessionId, hash: cipherHash, state: 'waiting' });
      return !known;
    },
    enqueue: (cause: string, room: string, count: number): void => {
      for (let number = 0; number < count; number++)
        if (!parts.some((one) => one.cause === cause && one.room === room && one.number === number))
          parts.push({ cause, room, number, state: 'waiting' });
    },
    finishEvent: (id: string): void => {
      for (const one of events) if (one.id === id) one.state = 'done';
    },
    /** Under one transaction, the homeserver is always given the same. */
    transmit: (room: string, transaction: string, content: string | null): void => {
      const what = JSON.stringify([room, content]);
      expect(content).not.toBeNull();
      expect(transmitted.get(transaction) ?? what).toBe(what);
      transmitted.set(transaction, what);
    },
    sent: (room: string): void => {
      const first = parts.find((one) => one.room === room && one.state === 'waiting');
      if (first !== undefined) first.state = 'sent';
    },
    lock: (room: string, session: string): number => {
      const some = inState(room, 'waiting').filter((one) => one.session === session);
      for (const one of some) one.state = 'locked';
      return some.length;
    },
    unlock: (room: string, session: string): number => {
      const some = inState(room, 'locked').filter((one) => one.session === session);
      for (const one of some) one.state = 'waiting';
      return some.length;
    },
    forget: (id: string): void => {
      for (const one of events) if (one.id === id) one.state = 'done';
    },
    tidy: (): void => {
      events = events.filter(({ state }) => state !== 'done');
      parts = parts.filter(({ state }) => state !== 'sent');
    },
    /** Handles and sends all that is left, in order. */
    finish: async ({ queues }: { readonly queues: Queues }): Promise<void> => {
      await queues.inbox.unlockAll();
      for (const room of ROOMS) {
        const left = events.filter((one) => one.room === room && one.state !== 'done').map(({ id }) => id);
        const handled: string[] = [];
        for (
          let row = await queues.inbox.next(room);
          row !== undefined;
          row = await queues.inbox.next(room)
        ) {
          handled.push(row.event_id);
          await queues.inbox.finish(row.id, 'done');
        }
        expect(handled).toEqual(left);
        for (const { id } of await queues.outbox.waitingIn(room, 1000))
          await queues.outbox.markSent(id, null);
      }
    },
  };
  return model;
};

export type Model = ReturnType<typeof emptyModel>;
