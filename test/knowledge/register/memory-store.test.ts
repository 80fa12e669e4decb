import { createMemoryRegisterStore } from '../../../knowledge/register/memory-store.ts';
import { registerStoreContract } from '../../support/register-store-contract.ts';

registerStoreContract('the memory', async () => ({
  store: createMemoryRegisterStore(),
  close: async () => {},
}));
