import type { Cooldowns, KeyValue, Queues } from '../../../bot/queues/queues.ts';
import { inboxOf } from './memory-inbox.ts';
import { outboxOf } from './memory-outbox.ts';
import { roomsOf } from './memory-rooms.ts';
import type { MemoryTables } from './memory-tables.ts';

/** Queues in memory, for the tests of those who use them; the contract is that of the database. */
export const createMemoryQueues = (): Queues & { readonly tables: MemoryTables } => {
  const tables: MemoryTables = {
    inbox: [],
    outbox: [],
    rooms: new Map(),
    invitations: [],
    cooldowns: new Map(),
    values: new Map(),
    next: 1,
  };
  let last: Promise<unknown> = Promise.resolve();
  const queues: Queues & { readonly tables: MemoryTables } = {
    tables,
    inbox: inboxOf(tables),
    outbox: outboxOf(tables),
    rooms: roomsOf(tables),
    cooldowns: cooldownsOf(tables),
    values: valuesOf(tables),
    counts: async () => ({
      rooms: [...tables.rooms.values()].filter(({ membership }) => membership === 'join').length,
      waiting: tables.inbox.filter(({ state }) => state === 'waiting').length,
      undecryptable: tables.inbox.filter(({ state }) => state === 'locked').length,
      outgoing: tables.outbox.filter(({ state }) => state === 'waiting').length,
    }),
    atOnce: (work) => {
      const done = last.then(async () => {
        const before = structuredClone(tables);
        try {
          return await work(queues);
        } catch (error) {
          Object.assign(tables, before);
          throw error;
        }
      });
      last = done.catch(() => {});
      return done;
    },
  };
  return queues;
};

const cooldownsOf = (tables: MemoryTables): Cooldowns => ({
  isCooling: async (key, now) => now < (tables.cooldowns.get(key) ?? 0),
  start: async (key, everyMs, now) => void tables.cooldowns.set(key, now + everyMs),
  async tidy(now) {
    for (const [key, until] of tables.cooldowns) if (until <= now) tables.cooldowns.delete(key);
  },
});

const valuesOf = (tables: MemoryTables): KeyValue => ({
  get: async (key) => tables.values.get(key) ?? null,
  set: async (key, value) =>
    void (value === null ? tables.values.delete(key) : tables.values.set(key, value)),
});
