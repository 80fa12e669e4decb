import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';

/** What a kept file holds; null when it is absent or damaged. */
export const readCacheFile = (file: string): { readonly value: unknown } | null => {
  try {
    const bytes = readFileSync(file);
    const content = bytes.subarray(HEADER);
    if (bytes.readUInt32LE(0) !== content.length || bytes.readUInt32LE(4) !== crc32(content)) return null;
    return { value: deserialize(content) };
  } catch {
    return null;
  }
};

/**
 * Writes aside, then renames: another process reads the whole file or none. Files of the same kind that have not been
 * written for longest are removed. A folder that does not accept it is left as it is.
 * @param most files of a kind that are left
 */
export const writeCacheFile = (folder: string, name: string, value: unknown, most: number): void => {
  const aside = join(folder, `.${name}.${randomUUID()}`);
  try {
    mkdirSync(folder, { recursive: true });
    const content = serialize(value);
    const header = Buffer.alloc(HEADER);
    header.writeUInt32LE(content.length, 0);
    header.writeUInt32LE(crc32(content), 4);
    writeFileSync(aside, Buffer.concat([header, content]));
    renameSync(aside, join(folder, name));
    forgetOld(folder, name.slice(0, name.lastIndexOf('-') + 1), most);
  } catch {
    forget(aside);
  }
};

/** Where even that is refused, there is nothing to remove. */
const forget = (file: string): void => {
  try {
    rmSync(file, { force: true });
  } catch {
    // Not a folder, read-only…
  }
};

/** Length and checksum of what follows; eight bytes, so that rows of numbers stay aligned. */
const HEADER = 8;

const forgetOld = (folder: string, kind: string, most: number): void => {
  const files = readdirSync(folder)
    .filter((name) => name.startsWith(kind) || name.startsWith(`.${kind}`))
    .map((name) => ({ name, written: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.written - a.written);
  for (const { name } of files.slice(most)) rmSync(join(folder, name), { force: true });
};
