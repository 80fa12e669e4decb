import { createMemoryDigestStore } from '../../../knowledge/digest/memory-store.ts';
import { digestStoreContract } from '../../support/digest-store-contract.ts';

digestStoreContract('digests kept in memory', async () => createMemoryDigestStore());
