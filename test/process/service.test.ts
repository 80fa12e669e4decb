import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { FakeHomeserver } from '../support/matrix/fake-homeserver.ts';
import { until as untilWithin } from '../support/matrix/transport.ts';
import { plain } from '../support/plain.ts';
import { authorityFile, behindTls, connectProxy, listen } from '../support/tls.ts';

const SALON = '!salon:agent.test.tchap.gouv.fr';
const ADMIN = '!admin:agent.test.tchap.gouv.fr';
const TOKEN = 'canari-du-jeton-de-sante';

/** A process takes seconds to start on a busy machine. */
const PATIENCE_MS = 40_000;
const until = (what: string, ask: () => unknown) => untilWithin(what, ask, PATIENCE_MS);

let homeserver: FakeHomeserver;
let folder: string;
let port: number;
const children: ChildProcess[] = [];
const servers: Server[] = [];

beforeEach(async () => {
  homeserver = await FakeHomeserver.start();
  folder = mkdtempSync(join(tmpdir(), 'service-'));
  port = await freePort();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of servers.splice(0)) server.close();
  await homeserver.stop();
  rmSync(folder, { recursive: true });
});

const configure = (url = homeserver.url): string => {
  const path = join(folder, 'config.yaml');
  writeFileSync(
    path,
    [
      `homeserver: {url: "${url}", userId: "${homeserver.user}", caFile: "${authorityFile}"}`,
      `administration: {room: "${ADMIN}"}`,
      'pacing: {millisecondsBetweenMessages: 0}',
      `http: {port: ${port}}`,
      '',
    ].join('\n'),
  );
  return path;
};

/** Runs a program of ours in its own process. */
const run = (program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, `../../bot/${program}.ts`), ...args], {
    env: {
      PATH: process.env.PATH,
      TCHAP_PASSWORD: 'canari-du-mot-de-passe',
      TCHAP_HTTP_TOKEN: TOKEN,
      ...env,
    },
  });
  children.push(child);
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output.text += chunk));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, output, ended };
};

const get = async (path: string): Promise<{ status: number; text: string }> => {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
  return { status: answer.status, text: await answer.text() };
};
const status = (path: string): Promise<number> =>
  get(path).then(
    ({ status }) => status,
    () => 0,
  );
const sample = async (name: string): Promise<string | undefined> =>
  (await get('/metrics')).text
    .split('\n')
    .find((line) => line.startsWith(`${name} `))
    ?.slice(name.length + 1);
const said = (roomId: string): readonly string[] =>
  homeserver.sent.filter((event) => event.roomId === roomId).map(({ content }) => content.body);

describe('the bot as a service, in its own process', { timeout: 2 * PATIENCE_MS }, () => {
  it('turns ready, its metrics move, the administrators hear of it, it ends with code 0', async () => {
    const config = configure();
    expect(await run('healthcheck', ['--config', config]).ended).toBe(1);
    // While the homeserver is away, the process is well and not ready.
    homeserver.faults.push({
      match: /whoami|login/,
      action: { status: 502, body: '<p>', html: true },
      times: 1,
    });
    const bot = run('main', ['--config', config]);
    await until('the process', async () => (await status('/healthz')) === 200);
    await until('readiness', async () => (await status('/readyz')) === 200);
    expect(await run('healthcheck', ['--config', config, '--ready']).ended).toBe(0);
    expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(401);

    expect(await sample('tchapbot_answers_total{kind="passages"}')).toBeUndefined();
    homeserver.events(SALON, [homeserver.text(`${homeserver.user} Que dit la règle R9 ?`)]);
    await until('an answer', () => said(SALON).length > 0);
    expect(await sample('tchapbot_answers_total{kind="passages"}')).toBe('1');
    expect(await sample('tchapbot_ready')).toBe('1');
    expect(Number(await sample('tchapbot_crypto_store_bytes'))).toBeGreaterThan(1000);

    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    const told = said(ADMIN).map(plain);
    expect(told[0]).toContain('Le robot a démarré (version');
    expect(told.at(-1)).toContain('Le robot s’arrête, à la demande de son superviseur (SIGTERM)');
    expect(bot.output.text).not.toMatch(/canari|règle R9|agent\.test|^\s+at /m);
  });

  it('goes through HTTPS_PROXY to a homeserver under a private authority', async () => {
    const secured = behindTls(homeserver.url);
    const asked: string[] = [];
    const proxy = connectProxy(await listen(secured), asked);
    servers.push(secured, proxy);
    const env = { HTTPS_PROXY: `http://127.0.0.1:${await listen(proxy)}`, TCHAP_TOKEN: 'canari' };
    const checked = run(
      'main',
      ['--config', configure('https://matrix.ministere.test'), '--check-config'],
      env,
    );
    expect(await checked.ended).toBe(0);
    expect(plain(checked.output.text)).toContain('rien à corriger');
    expect(asked).toEqual(['matrix.ministere.test:443']);
  });

  it('answers although its health port is taken, and says so', async () => {
    const other = connectProxy(0, []);
    servers.push(other);
    port = await listen(other);
    run('main', ['--config', configure()]);
    await until('the administrators to be told', () =>
      said(ADMIN).some((text) => text.includes('http.port') && text.includes('EADDRINUSE')),
    );
    homeserver.events(SALON, [homeserver.text(`${homeserver.user} !regle R9`)]);
    await until('an answer', () => said(SALON).length > 0);
  });
});
