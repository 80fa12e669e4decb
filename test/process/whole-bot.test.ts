import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeHomeserver } from '../support/matrix/fake-homeserver.ts';

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
    `homeserver: {url: "${homeserver.url}", userId: "${homeserver.user}"}\ndata: {folder: "${folder}/data"}\npacing: {millisecondsBetweenMessages: 0}\nhttp: {port: null}\n`,
  );
  out = '';
  child = null;
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await homeserver.stop();
  rmSync(folder, { recursive: true });
});

const root = join(import.meta.dirname, '../..');
const main = join(root, 'bot/main.ts');
/** Notes the packages that the process loads. */
const hook = join(root, 'test/support/child/loaded-packages.ts');

/** Names of the files of the data folder in whose bytes a text stands. */
const filesWith = (text: string): readonly string[] =>
  readdirSync(join(folder, 'data'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => readFileSync(file).includes(text))
    .map((file) => file.slice(folder.length));

const start = (): ChildProcess => {
  const started = spawn(process.execPath, ['--import', hook, main, '--config', join(folder, 'config.yaml')], {
    env: {
      PATH: process.env.PATH,
      TCHAP_PASSWORD: 'canari-du-mot-de-passe',
      LOG_LEVEL: 'debug',
      LOADED_PACKAGES: join(folder, 'packages.json'),
    },
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
      body: expect.stringContaining('Circulaire 2023, R9'),
      formatted_body: expect.stringContaining('<blockquote>'),
    });
    running.kill('SIGTERM');
    const [code] = await once(running, 'close');
    expect(code).toBe(0);
    expect(out).not.toMatch(/canari|règle R9|agent\.test|^\s+at /m);
    for (const line of out.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
    const loaded: readonly string[] = JSON.parse(readFileSync(join(folder, 'packages.json'), 'utf8'));
    const page = readFileSync(join(root, 'docs/dependances.md'), 'utf8');
    const [, listed = ''] = page.match(/## Paquets chargés\n.*?```text\n(.*?)```/s) ?? [];
    expect(listed.split(/\s+/).filter(Boolean), 'docs/dependances.md, « Paquets chargés »').toEqual(loaded);
  });

  it('leaves a question in no byte of its folder once it is answered, killed or not', async () => {
    const running = start();
    await until(() => out.includes('"started"'));
    const canary = 'Canari-de-la-question';
    const ask = (text: string) => homeserver.events(ROOM, [homeserver.text(`${homeserver.user} ${text}`)]);
    ask(`Que dit la règle R9 pour ${canary} ?`);
    await until(() => homeserver.sent.length === 1);
    await until(() => filesWith(canary).length === 0);
    // Killed before the answer leaves: the question is kept, or nobody would answer it.
    homeserver.faults.push({ match: /\/send\//, times: 1, action: 'hang' });
    ask(`Que dit la règle R5 pour ${canary} ?`);
    await until(() => homeserver.requests.filter((line) => line.includes('/send/')).length === 2);
    expect(filesWith(canary)).not.toEqual([]);
    running.kill('SIGKILL');
    await once(running, 'close');
    start();
    await until(() => homeserver.sent.length === 2);
    await until(() => filesWith(canary).length === 0);
  });
});
