/**
 * Proves the image where no container engine is at hand: runs the steps of the Dockerfile in bare folders, then
 * what the image would run, under an account that owns nothing but its data folder, against a small homeserver.
 *
 * usage: node .ci/image-steps.ts         from a clone; installs from the npm registry, some minutes
 *        node .ci/image-steps.ts FOLDER  that of the last stage, when run-dockerfile.ts has already built it
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FakeHomeserver } from '../test/support/matrix/fake-homeserver.ts';
import { brokenConfigurations } from './broken-configurations.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'image-'));
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
/** The account of the image, when we may take it. */
const account = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : {};
const PORT = 19_464;

/** What the bots that were started have written. */
const said: string[] = [];

const step = (title: string): void => console.log(`-- ${title}`);
const demand = (met: boolean, otherwise: string): void => {
  if (!met) throw new Error(otherwise);
};

const build = (): string => {
  const kept = readFileSync(join(root, '.dockerignore'), 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));
  const context = join(folder, 'context');
  mkdirSync(context);
  execFileSync('tar', ['-x', '-C', context], {
    input: execFileSync('git', ['archive', 'HEAD', 'Dockerfile', ...kept], { cwd: root, maxBuffer: 1 << 28 }),
  });
  const output = execFileSync(
    process.execPath,
    [join(root, '.ci/run-dockerfile.ts'), context, join(folder, 'stages')],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return output.trim().split('\n').at(-1) ?? '';
};

/** Words of an instruction of the Dockerfile in its last stage, with our configuration in place of the image's. */
const words = (instruction: RegExp, config: string): readonly string[] => {
  const found = instruction.exec(dockerfile)?.[1];
  if (found === undefined) throw new Error(`the Dockerfile has no ${instruction}`);
  return (JSON.parse(found) as string[]).map((word) => (word === '/config/config.yaml' ? config : word));
};

const main = async (): Promise<void> => {
  chmodSync(folder, 0o755);
  step('the steps of the Dockerfile');
  const app = process.argv[2] ?? build();
  const packages = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const dev = Object.keys(packages.devDependencies)
    // Types, and what a test shares with a dependency, come along with matrix-bot-sdk.
    .filter((name) => locked[`node_modules/${name}`]?.dev === true)
    .filter((name) => existsSync(join(app, 'node_modules', name)));
  demand(dev.length === 0, `development packages in the image: ${dev.join(', ')}`);

  demand(existsSync(join(app, 'dist/prebuilt')), 'nothing was computed at build of the texts and data');

  // A copy: the clone may stand where the account cannot read.
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  copyFileSync(process.execPath, join(bin, 'node'));
  const data = join(folder, 'data');
  const config = join(folder, 'config.yaml');
  const password = join(folder, 'mot-de-passe');
  const start = (command: readonly string[], more: readonly string[] = []): ChildProcess => {
    const [name = '', ...rest] = command;
    return spawn(name, [...rest, ...more], {
      cwd: app,
      env: {
        PATH: `${bin}:/usr/bin:/bin`,
        NODE_ENV: 'production',
        HOME: '/nonexistent',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...account,
    });
  };
  /** Started for good: what it says is shown if a step fails, and it never outlives this script. */
  const started = (command: readonly string[]): ChildProcess => {
    const child = start(command);
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => said.push(String(chunk)));
    process.once('exit', () => child.kill('SIGKILL'));
    return child;
  };
  const run = async (command: readonly string[], more: readonly string[] = []) => {
    const child = start(command, more);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    const [code] = await once(child, 'close');
    return { code, output: output.replace(/[\u00a0\u202f]/g, ' ') };
  };
  const bot = words(/^CMD (\[.*\])$/m, config);
  const health = words(/^ {2}CMD (\[.*\])$/m, config);

  const homeserver = await FakeHomeserver.start();
  homeserver.faults.push({
    match: /^GET .*\/login$/,
    action: { status: 200, body: { flows: [{ type: 'm.login.password' }] } },
  });
  try {
    writeFileSync(password, 'mot-de-passe-du-robot\n', { mode: 0o400 });
    mkdirSync(data, { mode: 0o700 });
    for (const path of account.uid === undefined ? [] : [password, data]) chownSync(path, 1000, 1000);
    const good = `homeserver: { url: "${homeserver.url}", userId: "${homeserver.user}", passwordFile: ./mot-de-passe }
data: { folder: ./data }
http: { port: ${PORT} }
pacing: { millisecondsBetweenMessages: 0 }
`;

    step('ten broken configurations, ten messages');
    const messages = new Set<string>();
    for (const { title, from, expected } of brokenConfigurations) {
      writeFileSync(config, from(good));
      const { code, output } = await run(bot, ['--check-config']);
      demand(code === 78, `${title}: code ${code}\n${output}`);
      demand(expected.test(output), `${title}: the message does not say what is wrong\n${output}`);
      messages.add(output);
    }
    demand(messages.size === brokenConfigurations.length, 'two broken configurations give the same message');
    demand((await run(bot)).code === 78, 'a broken configuration was started');

    step('a good configuration');
    writeFileSync(config, good);
    const checked = await run(bot, ['--check-config']);
    demand(checked.code === 0, checked.output);
    demand((await run(health)).code === 1, 'healthy before it was started');

    step('start, health, readiness, an answer, metrics');
    const first = started(bot);
    await until('/readyz turns ready', async () => (await run(health, ['--ready'])).code === 0);
    demand((await run(health)).code === 0, 'ready and not healthy');
    homeserver.events('!salon:agent.test.tchap.gouv.fr', [
      homeserver.text(`${homeserver.user} Que dit la règle R9 ?`),
    ]);
    await until('an answer is sent', () => homeserver.sent.length > 0);
    const metrics = await (await fetch(`http://127.0.0.1:${PORT}/metrics`)).text();
    demand(/^tchapbot_answers_total\{.*\} 1$/m.test(metrics), 'the answer is not counted');

    step('SIGTERM');
    await stop(first);

    step('start again: same session, SIGTERM at once');
    const second = started(bot);
    await until('healthy', async () => (await run(health)).code === 0);
    await stop(second);
    demand(homeserver.logins === 1, `${homeserver.logins} sessions were opened instead of one`);

    step('what was written');
    const open = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter(
      (name) => (statSync(join(data, name)).mode & 0o007) !== 0 && !statSync(join(data, name)).isDirectory(),
    );
    demand(
      (statSync(data).mode & 0o077) === 0 || open.length === 0,
      `readable by others: ${open.join(', ')}`,
    );
    demand(!existsSync(join(data, 'cache')), 'computed again at start, though built with the image');
    if (account.uid !== undefined) {
      const owned = execFileSync('find', [app, '-user', '1000'], { encoding: 'utf8' });
      demand(owned === '', `written outside the data folder: ${owned}`);
    }
  } finally {
    await homeserver.stop();
  }
  console.log('image: all steps hold');
};

const stop = async (child: ChildProcess): Promise<void> => {
  const asked = Date.now();
  child.kill('SIGTERM');
  const [code] = await once(child, 'close');
  demand(code === 0, `SIGTERM ended with code ${code}`);
  demand(Date.now() - asked < 10_000, 'SIGTERM took ten seconds or more');
};

const until = async (what: string, ask: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 120; tries++) {
    if (await ask()) return;
    await sleep(250);
  }
  throw new Error(`not within its time: ${what}`);
};

process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
try {
  await main();
} catch (error) {
  console.error(said.join(''), error);
  // Not left to the end of the event loop: a child may still be running.
  process.exit(1);
}
