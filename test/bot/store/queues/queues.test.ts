import { openDatabase } from '../../../../bot/store/database.ts';
import { createQueues } from '../../../../bot/store/queues/open-queues.ts';
import { createMemoryQueues } from '../../../support/queues/memory-queues.ts';
import { queuesContract } from '../../../support/queues/queues-contract.ts';

queuesContract('the database', async () => {
  const database = await openDatabase(':memory:');
  return { queues: createQueues(database), close: () => database.destroy() };
});

queuesContract('the double of the tests', async () => ({
  queues: createMemoryQueues(),
  close: async () => {},
}));
