import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of the files of a folder; NaN when it cannot be read, since it may not exist yet. */
export const folderBytes = (folder: string): number => {
  try {
    return readdirSync(folder)
      .map((name) => statSync(join(folder, name)).size)
      .reduce((sum, size) => sum + size, 0);
  } catch {
    return Number.NaN;
  }
};
