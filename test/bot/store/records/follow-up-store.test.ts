import { openDatabase } from '../../../../bot/store/database.ts';
import { createFollowUpStore } from '../../../../bot/store/records/follow-up-store.ts';
import { followUpStoreContract } from '../../../support/contracts/follow-up-store.ts';

followUpStoreContract('the database', async () => {
  const database = await openDatabase(':memory:');
  return { store: createFollowUpStore(database), close: () => database.destroy() };
});
