import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FakeHomeserver } from '../../test/support/matrix/fake-homeserver.ts';
import { until } from '../../test/support/matrix/transport.ts';
import { scriptOf } from './script.ts';

/** A bot of some checkout, in its own process, on a homeserver of the bench. */
export interface BotProcess {
  /** Memory of the process now, and the most it ever was, in MB. */
  memory(): { readonly now: number; readonly most: number };
  /** Processor time that it took so far, in milliseconds. */
  processor(): number;
  stop(): Promise<void>;
}

/** @param settings further lines of the configuration */
export const startBot = async (
  checkout: string,
  homeserver: FakeHomeserver,
  settings: readonly string[],
): Promise<BotProcess> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-bot-'));
  const config = join(folder, 'config.yaml');
  writeFileSync(
    config,
    [
      `homeserver: {url: "${homeserver.url}", userId: "${homeserver.user}"}`,
      `data: {folder: "${folder}/data"}`,
      'http: {port: null}',
      ...settings,
    ].join('\n'),
  );
  const { args, env } = scriptOf(checkout, 'start');
  const child: ChildProcess = spawn(process.execPath, [...args, '--config', config], {
    cwd: checkout,
    env: { PATH: process.env.PATH, TCHAP_PASSWORD: 'secret', ...env },
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (out += chunk));
  await until('the bot to start', () => out.includes('"started"') || child.exitCode !== null, 120_000);
  if (child.exitCode !== null) throw new Error(out);
  const megabytes = (name: string): number => {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    return Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  };
  return {
    memory: () => ({ now: megabytes('VmRSS'), most: megabytes('VmHWM') }),
    processor: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * TICK;
    },
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'close');
      rmSync(folder, { recursive: true });
    },
  };
};

/** Milliseconds of a tick of `/proc`. */
const TICK = 10;
