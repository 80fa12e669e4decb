import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Cache, createFileCache } from './cache.ts';

const above = join(import.meta.dirname, '../..');

/** Written by `npm run build`, beside the compiled program; the sources have none. */
export const BUILT = join(above, 'prebuilt');

/** Where tools keep what they can make again: beside the packages of the clone, also when it runs its `dist/`. */
const packages = [above, join(above, '..')]
  .map((folder) => join(folder, 'node_modules'))
  .find((folder) => existsSync(folder));
const BESIDE_PACKAGES = packages === undefined ? null : join(packages, '.cache/tchap-cloud-au-centre');

/** What the program keeps for itself; an image whose files are read-only reads what was built with it. */
export const projectCache: Cache = createFileCache({
  read: [BUILT],
  write: BESIDE_PACKAGES,
  // Whoever changes texts or code comes back to a few branches.
  most: 6,
});

/** The same for a service, which has a folder of its own to write to. */
export const serviceCache = (folder: string): Cache =>
  createFileCache({
    read: BESIDE_PACKAGES === null ? [BUILT] : [BUILT, BESIDE_PACKAGES],
    write: folder,
    // One release and the one before, to which an operator may go back.
    most: 2,
  });
