import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Finished {
  readonly code: number | null;
  readonly lines: readonly string[];
}

/** Starts a script of this folder in a process of its own: the IndexedDB of a process lives as long as the process. */
export function start(script: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=DEP0060', join(import.meta.dirname, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

export async function finished(
  child: ChildProcess,
  onLine: (line: string) => void = () => {},
): Promise<Finished> {
  let text = '';
  child.stdout?.on('data', (chunk) => {
    text += chunk;
    for (const line of String(chunk).split('\n')) if (line !== '') onLine(line);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, lines: text.split('\n').filter((line) => line !== '') };
}

export function run(script: string, ...args: string[]): Promise<Finished> {
  return finished(start(script, ...args));
}
