import { type ItemKey, keyOf, type Silence, type Told } from './item.ts';
import type { DigestStore } from './store.ts';
import type { Subscription } from './subscription.ts';

/** Digests kept in memory: for the console, the batch mode and tests. Nothing is ever sent from there. */
export const createMemoryDigestStore = (): DigestStore => {
  const subscriptions = new Map<string, Subscription>();
  const silences = new Map<string, Map<string, Silence>>();
  const told = new Map<string, readonly Told[]>();
  const listed = new Map<string, readonly ItemKey[]>();
  const silencesIn = (roomId: string): readonly Silence[] => [...(silences.get(roomId)?.values() ?? [])];
  const silence = (roomId: string, added: readonly Silence[]): void => {
    const all = [...silencesIn(roomId), ...added];
    silences.set(roomId, new Map(all.map((one) => [keyOf(one), { ...one }])));
  };
  const listKey = (roomId: string, cause: string): string => JSON.stringify([roomId, cause]);
  return {
    subscription: async (roomId) => subscriptions.get(roomId) ?? null,
    subscribe: async (subscription) => {
      subscriptions.set(subscription.roomId, { ...subscription });
    },
    unsubscribe: async (roomId) => subscriptions.delete(roomId),
    silences: async (roomId) => silencesIn(roomId),
    silence: async (roomId, added) => silence(roomId, added),
    unsilence: async (cause) => {
      let lifted = 0;
      for (const [roomId, all] of silences) {
        const kept = [...all].filter(([, one]) => one.cause !== cause);
        lifted += all.size - kept.length;
        silences.set(roomId, new Map(kept));
      }
      return lifted;
    },
    told: async (roomId) => told.get(roomId) ?? [],
    noteTold: async (roomId, added) => {
      told.set(roomId, [...(told.get(roomId) ?? []), ...added.map((one) => ({ ...one }))]);
    },
    noteListed: async (roomId, cause, items) => {
      const key = listKey(roomId, cause);
      if (!listed.has(key))
        listed.set(
          key,
          items.map(({ origin, number }) => ({ origin, number })),
        );
    },
    listed: async (roomId, cause) => listed.get(listKey(roomId, cause)) ?? null,
    move: async (from, to, shift) => {
      const renamed = <T extends { readonly origin: string; readonly number: number }>(one: T): T =>
        one.origin === from ? { ...one, origin: to, number: one.number + shift } : one;
      const subscription = subscriptions.get(from);
      if (subscription !== undefined && !subscriptions.has(to))
        subscriptions.set(to, { ...subscription, roomId: to });
      subscriptions.delete(from);
      silence(to, silencesIn(from).map(renamed));
      silences.delete(from);
      told.set(to, [...(told.get(to) ?? []), ...(told.get(from) ?? []).map(renamed)]);
      told.delete(from);
    },
  };
};
