import { chmodSync, closeSync, fsyncSync, openSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Reads the copied databases back, and has all files of a folder on the disk, for this account alone.
 * @returns their size in bytes
 * @throws when a database cannot be read
 */
export const settle = (folder: string, databases: readonly string[]): number => {
  for (const name of databases) check(join(folder, name));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return files.reduce((sum, file) => {
    chmodSync(file, 0o600);
    const descriptor = openSync(file, 'r+');
    fsyncSync(descriptor);
    closeSync(descriptor);
    return sum + statSync(file).size;
  }, 0);
};

const check = (path: string): void => {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const found = database.prepare('PRAGMA quick_check(1)').get()?.quick_check;
    if (found !== 'ok') throw Object.assign(new Error(String(found)), { errcode: 11 });
  } finally {
    database.close();
  }
};
