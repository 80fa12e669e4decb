import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { pythonWith } from './python.ts';
import { homeserverYaml, logYaml } from './synapse-config.ts';

export const VERSION = '1.163.2';
const run = promisify(execFile);

export interface Homeserver {
  readonly url: string;
  readonly serverName: string;
  /** Creates an account; returns its user id. */
  register(localpart: string, password: string): Promise<string>;
  kill(): Promise<void>;
  /** Starts the same homeserver again, with its database. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Python of a virtual environment that holds Synapse. */
export const synapsePython = (): Promise<string> =>
  pythonWith(`synapse-${VERSION}`, `matrix-synapse==${VERSION}`);

/** A real Synapse on a free loopback port, on SQLite; private rooms are encrypted by default, as on Tchap. */
export const startSynapse = async (
  options: {
    readonly messagesPerSecond?: { perSecond: number; burst: number };
    readonly serverName?: string;
  } = {},
): Promise<Homeserver> => {
  const python = await synapsePython();
  const folder = mkdtempSync(join(tmpdir(), 'synapse-'));
  const port = await freePort();
  const serverName = options.serverName ?? 'agent.test.tchap.gouv.fr';
  const secret = randomBytes(16).toString('hex');
  const config = join(folder, 'homeserver.yaml');
  writeFileSync(join(folder, 'log.yaml'), logYaml(folder));
  writeFileSync(
    config,
    homeserverYaml({ folder, port, serverName, secret, limit: options.messagesPerSecond }),
  );
  await run(python, ['-m', 'synapse.app.homeserver', '-c', config, '--generate-keys'], { cwd: folder });

  const url = `http://127.0.0.1:${port}`;
  let process_: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    process_ = spawn(python, ['-m', 'synapse.app.homeserver', '-c', config], {
      cwd: folder,
      stdio: 'ignore',
    });
    await answering(url);
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const child = process_;
    process_ = undefined;
    if (child === undefined || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  };
  process.once('exit', () => process_?.kill('SIGKILL'));
  await start();
  return {
    url,
    serverName,
    register: (localpart, password) => register(url, secret, localpart, password),
    kill: () => end('SIGKILL'),
    restart: async () => {
      await end('SIGKILL');
      await start();
    },
    stop: async () => {
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const register = async (url: string, secret: string, username: string, password: string): Promise<string> => {
  const endpoint = `${url}/_synapse/admin/v1/register`;
  const { nonce } = (await (await fetch(endpoint)).json()) as { nonce: string };
  const mac = createHmac('sha1', secret)
    .update([nonce, username, password, 'notadmin'].join('\0'))
    .digest('hex');
  const body = JSON.stringify({ nonce, username, password, admin: false, mac });
  const answer = (await (await fetch(endpoint, { method: 'POST', body })).json()) as { user_id?: string };
  if (answer.user_id === undefined) throw new Error(`registration refused: ${JSON.stringify(answer)}`);
  return answer.user_id;
};

const answering = async (url: string): Promise<void> => {
  for (let attempt = 0; attempt < 1800; attempt++) {
    const ok = await fetch(`${url}/_matrix/client/versions`).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await sleep(100);
  }
  throw new Error(`no homeserver answers on ${url}`);
};

/** A port that was free a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
