import { createMemoryRegisterStore } from '../../../knowledge/register/memory-store.ts';
import { registerSlicesContract } from '../../support/contracts/register-slices.ts';
import { registerStoreContract } from '../../support/contracts/register-store.ts';

for (const contract of [registerStoreContract, registerSlicesContract])
  contract('the memory', async () => ({
    store: createMemoryRegisterStore(),
    close: async () => {},
  }));
