import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A digest of these texts, 32 hexadecimal digits; where one ends and the next begins counts. */
export const digestOf = (parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest('hex').slice(0, 32);
};

/** A digest of the bytes of a file; an absent file holds none. */
export const digestOfFile = (file: string): string => digestOf([bytesOf(file)]);

/** Nothing for a file that cannot be read: whoever needs it says so better. */
const bytesOf = (file: string): string | Uint8Array => {
  try {
    return readFileSync(file);
  } catch {
    return '';
  }
};

/** A digest of the names and bytes of the files of a folder and its subfolders; an absent folder holds none. */
export const digestOfFolder = (folder: string, isWanted: (name: string) => boolean): string =>
  digestOf(filesOf(folder, '', isWanted).flatMap((name) => [name, bytesOf(join(folder, name))]));

const filesOf = (folder: string, under: string, isWanted: (name: string) => boolean): readonly string[] =>
  entriesOf(join(folder, under)).flatMap((entry) => {
    const name = join(under, entry.name);
    if (entry.isDirectory()) return filesOf(folder, name, isWanted);
    return isWanted(name) ? [name] : [];
  });

const entriesOf = (folder: string) => {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
};
