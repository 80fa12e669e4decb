import { openDatabase } from '../../../../bot/store/database.ts';
import { createConversationStore } from '../../../../bot/store/records/conversation-store.ts';
import { conversationStoreContract } from '../../../support/conversation-store-contract.ts';

conversationStoreContract('the database', async () => {
  const database = await openDatabase(':memory:');
  return { store: createConversationStore(database), close: () => database.destroy() };
});
