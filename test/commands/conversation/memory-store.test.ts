import { expect, it } from 'vitest';
import { createMemoryConversations } from '../../../commands/conversation/memory-store.ts';
import { conversationStoreContract, turn } from '../../support/contracts/conversation-store.ts';

conversationStoreContract('the memory', async () => ({
  store: createMemoryConversations(),
  close: async () => undefined,
}));

it('a long batch does not fill the memory', async () => {
  const store = createMemoryConversations();
  for (let at = 0; at < 1100; at++) await store.save(turn({ eventId: `$${at}`, at }));
  expect(await store.ofSender(turn().roomId, turn().sender)).toHaveLength(1000);
});
