import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { checkConfig } from '../../bot/cli/check.ts';
import { loadConfig } from '../../bot/config/load.ts';
import { OperatorError } from '../../bot/operator-error.ts';
import { FakeHomeserver } from '../support/matrix/fake-homeserver.ts';

export let homeserver: FakeHomeserver;
export let folder: string;
export const servers: Server[] = [];

export interface Case {
  /** Under `homeserver:`. */
  readonly account?: string;
  /** The rest of the file. */
  readonly yaml?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly offline?: boolean;
}

export const TOKEN = { TCHAP_TOKEN: 'canari-du-jeton' };

/** What is said of a configuration: remarks, or what is wrong. */
export const check = async ({ account, yaml = '', env = TOKEN, offline = false }: Case): Promise<string> => {
  const path = join(folder, 'config.yaml');
  const address = account ?? `url: "${homeserver.url}", userId: "${homeserver.user}"`;
  writeFileSync(path, `homeserver: {${address}}\n${yaml}`);
  try {
    return (await checkConfig(loadConfig(path), { env, offline })).join('\n');
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
    expect(error.message).not.toContain('canari');
    return `${error.exitCode} ${error.message}`;
  }
};

export const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text, { mode: 0o600 });
  return `"./${name}"`;
};

export const mine = (rest: string) => () => `url: "${homeserver.url}", userId: "${homeserver.user}", ${rest}`;

export const answering =
  (path: RegExp, status: number, body: unknown, html = false) =>
  () => {
    homeserver.faults.push({ match: path, action: { status, body, html } });
  };

export const page = (status: number) => answering(/whoami/, status, '<h1>', true);
export const whoAmI = (status: number, body: unknown) => answering(/whoami/, status, body);

/** Each test has a homeserver of its own, and a folder. */
export const withHomeserver = (): void => {
  beforeEach(async () => {
    homeserver = await FakeHomeserver.start();
    folder = mkdtempSync(join(tmpdir(), 'check-'));
  });
  afterEach(async () => {
    for (const server of servers.splice(0)) server.close();
    await homeserver.stop();
    rmSync(folder, { recursive: true });
  });
};
