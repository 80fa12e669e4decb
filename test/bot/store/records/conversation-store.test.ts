import { openDatabase } from '../../../../bot/store/database.ts';
import { createConversationStore } from '../../../../bot/store/records/conversation-store.ts';
import { conversationStoreContract } from '../../../support/contracts/conversation-store.ts';

conversationStoreContract('the database', async () => {
  const database = await openDatabase(':memory:');
  return { store: createConversationStore(database), close: () => database.destroy() };
});
