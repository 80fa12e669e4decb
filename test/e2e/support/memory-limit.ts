import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A control group of the kernel that leaves a process so much memory, and ends it beyond. */
export interface MemoryLimit {
  /** Command and arguments to put before those of a program: it runs within the limit from its first instruction. */
  readonly through: readonly string[];
  /** How often the limit was met, and something had to be given back. */
  met(): number;
  /** Once its processes have ended. */
  remove(): void;
}

/** @returns null where one may not make such a group. @param mebibytes at most */
export const limitMemory = (mebibytes: number): MemoryLimit | null => {
  const kind = KINDS.find(({ sign }) => existsSync(sign));
  if (kind === undefined) return null;
  const folder = join(kind.root, `memoire-${process.pid}`);
  try {
    mkdirSync(folder);
    writeFileSync(join(folder, kind.limit), String(mebibytes * 2 ** 20));
  } catch {
    return null;
  }
  return {
    through: ['sh', '-c', `echo $$ > ${join(folder, 'cgroup.procs')} && exec "$@"`, 'sh'],
    met: () => kind.met(folder),
    remove: () => {
      try {
        rmdirSync(folder);
      } catch {
        // A process that has just ended still counts for a moment: an empty group costs nothing.
      }
    },
  };
};

const KINDS = [
  {
    sign: '/sys/fs/cgroup/memory/memory.limit_in_bytes',
    root: '/sys/fs/cgroup/memory',
    limit: 'memory.limit_in_bytes',
    met: (folder: string): number => Number(readFileSync(join(folder, 'memory.failcnt'), 'utf8')),
  },
  {
    sign: '/sys/fs/cgroup/cgroup.controllers',
    root: '/sys/fs/cgroup',
    limit: 'memory.max',
    met: (folder: string): number =>
      Number(/^max (\d+)/m.exec(readFileSync(join(folder, 'memory.events'), 'utf8'))?.[1] ?? 0),
  },
] as const;
