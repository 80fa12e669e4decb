import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plain } from '../support/plain.ts';

const root = join(import.meta.dirname, '../..');
let folder: string;
const servers: Server[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  for (const server of servers) server.close();
});

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program of ours in its own process, as an operator would. */
const run = (program: 'main' | 'ask', args: readonly string[], input: string | Uint8Array = '', env = {}) =>
  new Promise<Outcome>((resolve) => {
    const child = spawn(process.execPath, [join(root, `bot/${program}.ts`), ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, ...env },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    child.on('close', (code) => resolve({ code, out: plain(out), err: plain(err) }));
    child.stdin.end(input);
  });

const configure = (name: string, yaml: string): string => {
  const path = join(folder, `${name}.yaml`);
  writeFileSync(path, yaml);
  return path;
};

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const account = (url: string): string => `homeserver: {url: "${url}", userId: "@robot:exemple.fr"}\n`;
const SECRET = { TCHAP_PASSWORD: 'canari-du-mot-de-passe' };

/** What any refusal must be: a French sentence, no stack trace, no secret. */
const expectRefusal = ({ code, out, err }: Outcome, exitCode: number, sentence: RegExp): void => {
  expect(err).toMatch(sentence);
  expect(code).toBe(exitCode);
  expect(out + err).not.toMatch(/^\s+at |Error:|canari/m);
};

describe('the command line', () => {
  it.each([
    ['an unknown option', 'main', ['--confg', 'x'], 64, /L’option --confg n’existe pas/],
    ['an argument in excess', 'main', ['config.yaml'], 64, /npm start -- --config config\.yaml/],
    ['--config without a file', 'main', ['--config'], 64, /--config/],
    ['--check-config alone', 'main', ['--check-config'], 64, /--config config\.yaml --check-config/],
    ['no question', 'ask', [], 64, /Il manque la question/],
    ['a question beside --jsonl', 'ask', ['--jsonl', 'R9 ?'], 64, /entrée standard/],
    ['a file that is not there', 'main', ['--config', 'absent.yaml'], 78, /Copier config\.example\.yaml/],
  ] as const)('%s', async (_, program, args, exitCode, sentence) => {
    expectRefusal(await run(program, args), exitCode, sentence);
  });

  it.each(['main', 'ask'] as const)('%s --help explains itself', async (program) => {
    const { code, out } = await run(program, ['--help']);
    expect(code).toBe(0);
    expect(out).toContain('npm ');
    expect(out).toContain('Code de sortie');
  });
});

describe('what an operator may have wrong', () => {
  it('an unknown key', async () => {
    const path = configure('key', `${account('https://exemple.fr')}pacingg: {}\n`);
    expectRefusal(
      await run('main', ['--config', path], '', SECRET),
      78,
      /ligne 2, pacingg : clé inconnue\.[\s\S]*pacing/,
    );
  });

  it('a text without front matter', async () => {
    mkdirSync(join(folder, 'corpus'));
    writeFileSync(join(folder, 'corpus/note.md'), '# Titre\n\nUn paragraphe.\n');
    const path = configure('corpus', `${account('https://exemple.fr')}knowledge: {corpusFolder: ./corpus}\n`);
    expectRefusal(
      await run('main', ['--config', path, '--check-config'], '', SECRET),
      65,
      /fichier note\.md/,
    );
  });

  it.each([
    [
      'under a file',
      () => join(folder, 'fichier/data'),
      /« [^»]*fichier\/data » \(data\.folder\) ne peut pas être écrit/,
    ],
    ['read-only', () => '/proc/data', /« \/proc\/data » \(data\.folder\) ne peut pas être écrit/],
  ])('a data folder %s', async (_, data, sentence) => {
    writeFileSync(join(folder, 'fichier'), '');
    const path = configure('data', `${account('https://exemple.fr')}data: {folder: "${data()}"}\n`);
    expectRefusal(await run('main', ['--config', path], '', SECRET), 74, sentence);
  });

  it('no secret', async () => {
    const path = configure('secret', account('https://exemple.fr'));
    expectRefusal(await run('main', ['--config', path]), 78, /TCHAP_TOKEN/);
  });

  it('everything at once, with --check-config', async () => {
    const path = configure('all', `${account('https://exemple.fr')}data: {folder: /proc/data}\n`);
    const outcome = await run('main', ['--config', path, '--check-config']);
    expectRefusal(outcome, 78, /TCHAP_TOKEN[\s\S]*data\.folder/);
  });

  it('nothing, with --check-config', async () => {
    const path = configure('right', account('https://exemple.fr'));
    const { code, out } = await run('main', ['--config', path, '--check-config', '--offline'], '', SECRET);
    expect(out).toContain('rien à corriger');
    expect(out).toContain('Personne ne peut inviter le robot');
    expect(code).toBe(0);
  });
});

describe('a homeserver that refuses', () => {
  const start = async (
    name: string,
    listener: RequestListener,
    env = SECRET as object,
    more: readonly string[] = [],
  ): Promise<Outcome> => {
    const path = configure(name, `${account(await serve(listener))}data: {folder: ./data-${name}}\n`);
    return run('main', ['--config', path, ...more], '', env);
  };
  const json =
    (status: number, body: object): RequestListener =>
    (_, response) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

  it('a wrong address: a site that is no homeserver', async () => {
    const page: RequestListener = (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Bienvenue</p>');
    expectRefusal(await start('site', page, SECRET, ['--check-config']), 78, /homeserver\.url/);
  });

  it('a wrong address: nobody there', async () => {
    const path = configure('nobody', `${account('http://127.0.0.1:9')}data: {folder: ./data-nobody}\n`);
    expectRefusal(await run('main', ['--config', path, '--check-config'], '', SECRET), 78, /homeserver\.url/);
  });

  it('a wrong password', async () => {
    const refusal = json(403, { errcode: 'M_FORBIDDEN', error: 'Invalid password' });
    expectRefusal(await start('password', refusal), 78, /mot de passe/);
  });

  it('a revoked token', async () => {
    const refusal = json(401, { errcode: 'M_UNKNOWN_TOKEN', error: 'Unrecognised access token' });
    expectRefusal(await start('token', refusal, { TCHAP_TOKEN: 'canari' }), 81, /jeton/);
  });
});
