import { createMemoryFeedback } from '../../../bot/feedback/memory-store.ts';
import { feedbackStoreContract } from '../../support/feedback-store-contract.ts';

feedbackStoreContract('the memory', async () => ({
  store: createMemoryFeedback(),
  close: async () => undefined,
}));
