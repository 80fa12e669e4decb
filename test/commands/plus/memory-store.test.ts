import { expect, it } from 'vitest';
import { createMemoryFollowUps } from '../../../commands/plus/memory-store.ts';
import { followUp, followUpStoreContract } from '../../support/contracts/follow-up-store.ts';

followUpStoreContract('the memory', async () => ({
  store: createMemoryFollowUps(),
  close: async () => undefined,
}));

it('a long batch does not fill the memory', async () => {
  const store = createMemoryFollowUps();
  for (let at = 0; at < 1100; at++) await store.save(followUp({ eventId: `$${at}`, askedAt: at }));
  expect(await store.inThread(followUp().roomId, null)).toHaveLength(1000);
});
