import { createMemoryProjectStore } from '../../../knowledge/project/memory-store.ts';
import { projectStoreContract } from '../../support/contracts/project-store.ts';

projectStoreContract('the memory', async () => ({
  store: createMemoryProjectStore(),
  close: async () => {},
}));
