import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createDraw, mutated, mutationsOf } from './mutations.ts';

// Changes one line at a time and asks the tests that reach it: those that stay green have a survivor. In a clean work tree.

const FOLDERS = [
  'knowledge/search/**/*.ts',
  'bot/render/**/*.ts',
  'commands/digest/*.ts',
  'bot/digest/*.ts',
  'knowledge/digest/*.ts',
  'bot/matrix/{events,http,rooms,send,sync,account}/*.ts',
];

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '40' } },
});
const draw = createDraw(Number(values.seed));
const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(draw() * list.length)];
const sources = FOLDERS.map((pattern) => globSync(pattern).toSorted());

const staysGreen = (file: string, source: string, changed: string): boolean => {
  writeFileSync(file, changed);
  try {
    const { status } = spawnSync(
      'vitest',
      [
        'related',
        '--run',
        '--bail=1',
        '--reporter=dot',
        '--exclude=test/process/**',
        '--exclude=test/e2e/**',
        file,
      ],
      { stdio: 'ignore', timeout: 600_000 },
    );
    return status === 0;
  } finally {
    writeFileSync(file, source);
  }
};

console.log(`seed ${values.seed}`);
let killed = 0;
const survivors: string[] = [];
const count = Number(values.count);
while (killed + survivors.length < count) {
  const file = pick(sources[(killed + survivors.length) % sources.length] ?? []);
  if (file === undefined) break;
  const source = readFileSync(file, 'utf8');
  const mutation = pick(mutationsOf(source));
  if (mutation === undefined) continue;
  // Tests that are red already would pass for a test that notices.
  if (!staysGreen(file, source, source)) {
    console.log(`red before any change: ${file}`);
    process.exitCode = 1;
    break;
  }
  const name = `${file}:${mutation.line}\n  - ${mutation.before.trim()}\n  + ${mutation.after.trim()}`;
  const survived = staysGreen(file, source, mutated(source, mutation));
  if (survived) survivors.push(name);
  else killed += 1;
  console.log(`${survived ? 'SURVIVES' : 'killed'} ${name}`);
}
console.log(`${killed} of ${killed + survivors.length} turn a test red; survivors:\n${survivors.join('\n')}`);
