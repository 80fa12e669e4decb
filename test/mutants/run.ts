import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { createDraw, type Mutation, mutated, mutationsOf } from './mutations.ts';
import { testsNearest } from './nearest.ts';

// npm run mutants -- [--seed 7] [--count 40] [--from 0 --to 10] [--files 16]
// Changes one line at a time and asks the tests that reach it, the nearest first: when all stay green, it survives.
// `--from` and `--to` try a part of what the seed draws; `--files 16` asks so many files of tests at most, which is quicker
// and lets more survive. In a clean work tree.

const FOLDERS = [
  'knowledge/search/**/*.ts',
  'bot/render/**/*.ts',
  'commands/digest/*.ts',
  'bot/digest/*.ts',
  'knowledge/digest/*.ts',
  'bot/matrix/{events,http,rooms,send,sync,account}/*.ts',
];

/** How many files of tests are asked at once: few at first, because most mutants fall at once. */
const BATCHES = [4, 12, 400];

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '40' },
    from: { type: 'string', default: '0' },
    to: { type: 'string' },
    files: { type: 'string', default: 'Infinity' },
  },
});
const draw = createDraw(Number(values.seed));
const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(draw() * list.length)];
const sources = FOLDERS.map((pattern) => globSync(pattern).toSorted());

interface Mutant extends Mutation {
  readonly file: string;
}

const drawMutants = (count: number): readonly Mutant[] => {
  const drawn: Mutant[] = [];
  while (drawn.length < count) {
    const file = pick(sources[drawn.length % sources.length] ?? []);
    if (file === undefined) throw new Error('no source: run this from the root of the project');
    const mutation = pick(mutationsOf(readFileSync(file, 'utf8')));
    if (mutation !== undefined) drawn.push({ ...mutation, file });
  }
  return drawn;
};

/** Files of tests that are red, of those given; all of them when the run gave no result: it hung. */
const redOf = (tests: readonly string[]): readonly string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  const report = join(folder, 'report.json');
  try {
    const options = ['run', '--bail=1', '--reporter=json', `--outputFile=${report}`];
    const { status } = spawnSync('vitest', [...options, ...tests], { stdio: 'ignore', timeout: 400_000 });
    if (status === 0) return [];
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
      readonly testResults: readonly { readonly name: string; readonly status: string }[];
    };
    return testResults.flatMap(({ name, status: outcome }) =>
      outcome === 'failed' ? [relative(process.cwd(), name)] : [],
    );
  } catch {
    return tests;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The files of tests that notice a mutant; none when it survives. */
const noticed = (mutant: Mutant): readonly string[] => {
  const source = readFileSync(mutant.file, 'utf8');
  const tests = testsNearest(mutant.file).slice(0, Number(values.files));
  writeFileSync(mutant.file, mutated(source, mutant));
  try {
    for (let at = 0, batch = 0; at < tests.length; at += BATCHES[batch] ?? 0, batch++) {
      const red = redOf(tests.slice(at, at + (BATCHES[batch] ?? 0)));
      if (red.length > 0) return red;
    }
    return [];
  } finally {
    writeFileSync(mutant.file, source);
  }
};

console.log(`seed ${values.seed}`);
let killed = 0;
const survivors: string[] = [];
const mutants = drawMutants(Number(values.count));
for (const mutant of mutants.slice(Number(values.from), Number(values.to ?? mutants.length))) {
  const name = `${mutant.file}:${mutant.line}\n  - ${mutant.before.trim()}\n  + ${mutant.after.trim()}`;
  const red = noticed(mutant);
  // Tests that are red without the change would pass for tests that notice it.
  if (red.length > 0 && redOf(red).length > 0) {
    console.log(`red before any change: ${red.join(' ')}`);
    process.exitCode = 1;
    break;
  }
  if (red.length === 0) survivors.push(name);
  else killed += 1;
  console.log(`${red.length === 0 ? 'SURVIVES' : `killed by ${red[0]}:`} ${name}`);
}
console.log(`${killed} of ${killed + survivors.length} turn a test red; survivors:\n${survivors.join('\n')}`);
