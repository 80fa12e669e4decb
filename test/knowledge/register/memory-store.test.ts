import { createMemoryRegisterStore } from '../../../knowledge/register/memory-store.ts';
import { registerStoreContract } from '../../support/contracts/register-store.ts';

registerStoreContract('the memory', async () => ({
  store: createMemoryRegisterStore(),
  close: async () => {},
}));
