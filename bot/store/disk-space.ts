import { existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The disk that holds a file: where it is mounted, and its room in bytes for an ordinary account. */
export interface DiskSpace {
  readonly mount: string;
  readonly free: number;
  readonly size: number;
}

/** The disk that holds `path`, which may not exist itself; null when the system does not say. */
export const diskOf = (path: string): DiskSpace | null => {
  try {
    let folder = dirname(resolve(path));
    while (!existsSync(folder)) folder = dirname(folder);
    const { bavail, blocks, bsize } = statfsSync(folder);
    return { mount: mountOf(folder), free: bavail * bsize, size: blocks * bsize };
  } catch {
    return null;
  }
};

/** The highest folder on the same device. */
const mountOf = (folder: string): string => {
  const { dev } = statSync(folder);
  let mount = folder;
  while (mount !== dirname(mount) && statSync(dirname(mount)).dev === dev) mount = dirname(mount);
  return mount;
};

/** « Disque monté sur « /data » : 0 Mio libre(s) sur 2 048 Mio. », or nothing when it is not known. */
export const spaceInWords = (path: string): string => {
  const disk = diskOf(path);
  if (disk === null) return '';
  return ` Disque monté sur « ${disk.mount} » : ${mebibytes(disk.free)} Mio libre(s) sur ${mebibytes(disk.size)} Mio.`;
};

const mebibytes = (bytes: number): string => Math.floor(bytes / 2 ** 20).toLocaleString('fr-FR');
