import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Python of a virtual environment that holds a package of PyPI; made once and cached outside the tree, under `name`.
 * @param requirement as pip reads it, with its version
 */
export const pythonWith = async (name: string, requirement: string): Promise<string> => {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const folder = join(cache, 'tchap-cloud-au-centre', name);
  const python = join(folder, 'bin', 'python');
  if (existsSync(join(folder, 'ready'))) return python;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await run('python3', ['-m', 'venv', folder]);
  await run(python, ['-m', 'pip', 'install', '--quiet', requirement], { maxBuffer: 1 << 26 });
  writeFileSync(join(folder, 'ready'), '');
  return python;
};
