import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Version of the program, from its package.json: beside `bot/`, or beside `dist/`. */
export const readVersion = (): string => {
  const file = ['..', '../..']
    .map((up) => join(import.meta.dirname, up, 'package.json'))
    .find((path) => existsSync(path));
  if (file === undefined) throw new Error('package.json is not where it should be');
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
};
