/**
 * Runs the steps of the Dockerfile in plain folders, one per stage, where no container engine is at hand:
 * FROM, WORKDIR, COPY, ENV and RUN are carried out, the rest is checked for nothing and skipped.
 *
 * usage: node .ci/run-dockerfile.ts CONTEXT OUTPUT   (prints the folder of the last stage)
 */
import { execSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [context, output] = process.argv.slice(2);
if (context === undefined || output === undefined) throw new Error('usage: run-dockerfile.ts CONTEXT OUTPUT');

interface Stage {
  readonly root: string;
  workdir: string;
  readonly env: Record<string, string>;
}

const stages = new Map<string, Stage>();
let stage: Stage | undefined;
const current = (): Stage => {
  if (stage === undefined) throw new Error('an instruction stands before the first FROM');
  return stage;
};
const inside = (at: Stage, path: string): string =>
  path.startsWith('/') ? join(at.root, path) : join(at.root, at.workdir, path);

const run: Record<string, (rest: string) => void> = {
  FROM: (rest) => {
    const name = / AS (\S+)$/i.exec(rest)?.[1] ?? 'final';
    stage = { root: resolve(output, name), workdir: '/', env: {} };
    mkdirSync(stage.root, { recursive: true });
    stages.set(name, stage);
  },
  WORKDIR: (rest) => {
    current().workdir = rest;
    mkdirSync(join(current().root, rest), { recursive: true });
  },
  ENV: (rest) => {
    const [name = '', value = ''] = rest.split(/=(.*)/s);
    current().env[name] = value.replace(/^"(.*)"$/s, '$1');
  },
  COPY: (rest) => {
    const given = rest.split(/\s+/);
    const from = given.find((word) => word.startsWith('--from='))?.slice('--from='.length);
    // Owners are left out: everything belongs to whoever runs this.
    const words = given.filter((word) => !word.startsWith('--'));
    const target = words.pop() ?? '';
    for (const word of words) {
      const source = from === undefined ? join(context, word) : inside(stages.get(from) ?? current(), word);
      const intoFolder = target.endsWith('/') && word !== '.';
      const destination = intoFolder
        ? join(inside(current(), target), word.split('/').at(-1) ?? '')
        : inside(current(), target);
      cpSync(source, destination, { recursive: true, verbatimSymlinks: true });
    }
  },
  RUN: (rest) => {
    console.error(`RUN ${rest}`);
    execSync(rest, {
      cwd: inside(current(), '.'),
      env: { ...process.env, ...current().env },
      stdio: ['ignore', 2, 2],
    });
  },
};

const instructions = readFileSync(join(context, 'Dockerfile'), 'utf8')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line));
for (const line of instructions) {
  const [name = '', rest = ''] = line.split(/ (.*)/s);
  run[name]?.(rest.trim());
}
console.log(inside(current(), '.'));
