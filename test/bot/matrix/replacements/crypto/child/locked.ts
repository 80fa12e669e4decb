/** `node locked.ts <file>`: exits 75 when the store is locked by another process. */
import { CryptoStoreError } from '../../../../../../bot/matrix/replacements/crypto/errors.ts';
import { Disk } from '../../../../../../bot/matrix/replacements/crypto/indexeddb/disk.ts';

try {
  new Disk(process.argv[2] ?? '').close();
} catch (error) {
  process.exit(error instanceof CryptoStoreError && error.code === 'locked' ? 75 : 1);
}
