import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { z } from 'zod';

/** Version of the program, from the nearest package.json above: that of the clone, or the one beside `dist/`. */
export const readVersion = (): string => {
  const file = findPackageJSON(import.meta.url);
  if (file === undefined) throw new Error('package.json is not where it should be');
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
};
