import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeHomeserver } from '../support/fake-homeserver.ts';

const ROOM = '!salon:agent.test.tchap.gouv.fr';

let homeserver: FakeHomeserver;
let folder: string;
let child: ChildProcess | null;
let out: string;

beforeEach(async () => {
  homeserver = await FakeHomeserver.start();
  folder = mkdtempSync(join(tmpdir(), 'whole-'));
  writeFileSync(
    join(folder, 'config.yaml'),
    `homeserver: {url: "${homeserver.url}", userId: "${homeserver.user}"}\npacing: {millisecondsBetweenMessages: 0}\nhttp: {port: null}\n`,
  );
  out = '';
  child = null;
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await homeserver.stop();
  rmSync(folder, { recursive: true });
});

const start = (): ChildProcess => {
  const main = join(import.meta.dirname, '../../bot/main.ts');
  const started = spawn(process.execPath, [main, '--config', join(folder, 'config.yaml')], {
    env: { PATH: process.env.PATH, TCHAP_PASSWORD: 'canari-du-mot-de-passe', LOG_LEVEL: 'debug' },
  });
  for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk) => (out += chunk));
  child = started;
  return started;
};

const until = async (what: () => boolean): Promise<void> => {
  while (!what()) await sleep(20);
};

describe('the whole bot, in its own process, on a homeserver', () => {
  it('answers a mention with a quotation, logs nothing of it, and leaves at SIGTERM with code 0', async () => {
    const running = start();
    await until(() => out.includes('"started"'));
    homeserver.events(ROOM, [homeserver.text(`${homeserver.user} Que dit la règle R9 ?`)]);
    await until(() => homeserver.sent.length > 0);
    expect(homeserver.sent[0]?.content).toMatchObject({
      msgtype: 'm.notice',
      body: expect.stringContaining('Circulaire n° 6404/SG, R9'),
      formatted_body: expect.stringContaining('<blockquote>'),
    });
    running.kill('SIGTERM');
    const [code] = await once(running, 'close');
    expect(code).toBe(0);
    expect(out).not.toMatch(/canari|règle R9|agent\.test|^\s+at /m);
    for (const line of out.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
  });
});
