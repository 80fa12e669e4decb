import { existsSync, readFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import { digestOf, digestOfFolder } from './digest.ts';

const code = join(import.meta.dirname, '..');
/** `knowledge/` stands in the clone, or in its `dist/`. */
const home = [join(code, '..'), join(code, '../..')].find((folder) =>
  existsSync(join(folder, 'package.json')),
);

/**
 * A digest of the code of `knowledge/`, of the versions of the packages that it uses (they are pinned in package.json)
 * and of what else changes the bytes of a kept file: a change of code is seen without anybody having to say it.
 */
export const programDigest = (): string => {
  digest ??= digestOf([
    process.versions.modules,
    endianness(),
    home === undefined ? '' : readFileSync(join(home, 'package.json')),
    digestOfFolder(code, (name) => /(?<!\.d)\.[jt]s$/.test(name)),
  ]);
  return digest;
};

let digest: string | null = null;
