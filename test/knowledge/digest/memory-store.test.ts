import { createMemoryDigestStore } from '../../../knowledge/digest/memory-store.ts';
import { digestStoreContract } from '../../support/contracts/digest-store.ts';

digestStoreContract('digests kept in memory', async () => createMemoryDigestStore());
