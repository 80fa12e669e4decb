import type { z } from 'zod';
import { readDataFile } from '../data-file.ts';
import { type Cache, NO_CACHE } from './cache.ts';
import { digestOfFile } from './digest.ts';
import { projectCache } from './project-cache.ts';

/** Where a data file of the project is, what it is to hold, and an example for who has to mend it. */
interface DataFile<T> {
  /** Name under which it is kept. */
  readonly name: string;
  readonly home: string;
  readonly schema: z.ZodType<T>;
  readonly example: string;
}

/**
 * A data file as it was read at another start, while it stays the same; another file than the project's is read each time.
 * @throws DataFileError naming the file and each fault
 */
export const keptFile = <T extends object>(
  { name, home, schema, example }: DataFile<T>,
  file: string = home,
  cache: Cache = file === home ? projectCache : NO_CACHE,
): T =>
  cache.keep(
    name,
    () => digestOfFile(file),
    () => readDataFile(file, schema, example),
  );
