import { spawnSync } from 'node:child_process';

/** Runs a program of a checkout; what it writes on its third channel, as JSON. */
export const thirdChannelOf = <T>(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): T => {
  const { status, output } = spawnSync(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${cwd}: ${args.join(' ')} ended with ${status}`);
  return JSON.parse(output[3] ?? '{}');
};
