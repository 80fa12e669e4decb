import { join } from 'node:path';
import { readCacheFile, writeCacheFile } from './cache-file.ts';
import { digestOf } from './digest.ts';
import { originOf, withOrigin } from './origin.ts';
import { programDigest } from './program.ts';

/** Keeps what is computed from files that seldom change. */
export interface Cache {
  /**
   * What `build` gives, as kept from another start when there is one.
   * @param name of the kind of thing, which begins the name of its file
   * @param keyOf tells one state of what it is computed from; asked again after a build, lest a file changed meanwhile
   * @param build gives plain data: what the structured clone algorithm copies
   */
  keep<T extends object>(name: string, keyOf: () => string, build: () => T): T;
}

/** Keeps nothing. */
export const NO_CACHE: Cache = { keep: (_name, _keyOf, build) => build() };

interface Folders {
  /** Looked into in order. */
  readonly read: readonly string[];
  /** Where to keep what none of them holds; null = nowhere. */
  readonly write: string | null;
  /** Files of a kind that stay there: as many states as are gone back to. */
  readonly most: number;
}

/**
 * One file for each thing, named after all that it comes from: its inputs, the program, the packages. A file that is
 * damaged counts for nothing, and a folder that cannot be written only makes the next start longer.
 */
export const createFileCache = ({ read, write, most }: Folders): Cache => ({
  keep: <T extends object>(name: string, keyOf: () => string, build: () => T): T => {
    const key = keyOf();
    const file = fileName(name, key);
    for (const folder of new Set([...read, ...(write === null ? [] : [write])])) {
      const kept = readCacheFile(join(folder, file));
      // The name holds a digest of the code that made it: the type is that of `build`.
      if (kept !== null) return withOrigin(kept.value as T, file);
    }
    const value = build();
    if (write !== null && keyOf() === key) writeCacheFile(write, file, value, most);
    return withOrigin(value, file);
  },
});

/** What is computed from kept values alone, kept as well; from others, it is computed each time. */
export const keepFrom = <T extends object>(
  cache: Cache,
  name: string,
  sources: readonly object[],
  build: () => T,
): T => {
  const origin = originOf(...sources);
  return origin === null ? build() : cache.keep(name, () => origin, build);
};

const fileName = (name: string, key: string): string => `${name}-${digestOf([programDigest(), key])}.bin`;
