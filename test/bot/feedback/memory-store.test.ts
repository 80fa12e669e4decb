import { createMemoryFeedback } from '../../../bot/feedback/memory-store.ts';
import { feedbackStoreContract } from '../../support/contracts/feedback-store.ts';

feedbackStoreContract('the memory', async () => ({
  store: createMemoryFeedback(),
  close: async () => undefined,
}));
