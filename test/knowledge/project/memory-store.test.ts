import { createMemoryProjectStore } from '../../../knowledge/project/memory-store.ts';
import { projectStoreContract } from '../../support/project-store-contract.ts';

projectStoreContract('the memory', async () => ({
  store: createMemoryProjectStore(),
  close: async () => {},
}));
