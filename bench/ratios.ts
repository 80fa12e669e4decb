import { join, resolve } from 'node:path';
import { FakeHomeserver } from '../test/support/matrix/fake-homeserver.ts';
import { startBot } from './support/bot-process.ts';
import { keepResult } from './support/results.ts';
import { scriptOf } from './support/script.ts';
import { thirdChannelOf } from './support/third-channel.ts';

// node bench/ratios.ts [FOLDER [TURNS]]: what a start and an answer cost, beside those of another checkout (with its
// node_modules) in turns, so that what else the machine does weighs on both alike. Without it, ours alone.
const here = join(import.meta.dirname, '..');
const [other, turns = '5'] = process.argv.slice(2);
const QUESTION = 'Une commune est-elle obligée d’héberger son état civil chez un prestataire SecNumCloud ?';

/** Loaded before a program: at its end, writes what it used on the third channel. No file, which would load a compiler. */
const USAGE = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from 'node:fs';
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeSync(3, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1000 }));
  });`)}`;

type Figures = Readonly<Record<string, number>>;

const figuresOf = thirdChannelOf<Figures>;

/** One question as a process, as `npm run ask` starts it. */
const oneQuestion = (folder: string): Figures => {
  const { args, env } = scriptOf(folder, 'ask');
  return figuresOf(folder, ['--import', USAGE, ...args, QUESTION], env);
};

/** The bot on an empty homeserver, once it has started, its store empty before. */
const atRest = async (folder: string): Promise<Figures> => {
  const homeserver = await FakeHomeserver.start();
  const bot = await startBot(folder, homeserver, []);
  const figures = { ready: bot.processor(), rest: bot.memory().now };
  await bot.stop();
  await homeserver.stop();
  return figures;
};

/** Milliseconds of processor, megabytes; then answers in one process. */
const measure = async (folder: string): Promise<Figures> => ({
  ...oneQuestion(folder),
  ...(await atRest(folder)),
  ...figuresOf(here, ['--disable-warning=DEP0060', join(here, 'bench/child/answers.ts'), folder]),
});

const names = {
  cpu: 'one question, start to answer: processor (ms)',
  memory: 'one question: most memory (MB)',
  ready: 'the bot, start to ready, empty store: processor (ms)',
  rest: 'the bot at rest: memory (MB)',
  p50: 'an answer in process: p50 (ms)',
  p99: 'an answer in process: p99 (ms)',
};

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

// The first start computes what the second reads.
oneQuestion(here);
await atRest(here);
const folders = other === undefined ? [here] : [here, resolve(other)];
const found = folders.map((): Figures[] => []);
for (let turn = 0; turn < Number(turns); turn++) {
  const order = turn % 2 === 0 ? [...folders.keys()] : [...folders.keys()].reverse();
  for (const at of order) found[at]?.push(await measure(folders[at] ?? here));
}
const rows = Object.entries(names).map(([key, name]) => {
  const [ours = [], theirs = []] = found.map((all) => all.map((figures) => figures[key] ?? Number.NaN));
  const ratios = ours.map((value, turn) => value / (theirs[turn] ?? Number.NaN));
  const range = [middle(ratios), Math.min(...ratios), Math.max(...ratios)] as const;
  return { key, name, ours: middle(ours), theirs: middle(theirs), ratio: range };
});
if (other !== undefined) keepResult('ratios', rows);
for (const { name, ours, theirs, ratio } of rows) {
  const [usual, least, most] = ratio.map((value) => value.toFixed(2));
  const beside =
    other === undefined ? '' : `against ${theirs.toFixed(1)}  ratio ${usual} (${least} to ${most})`;
  console.log(`${name.padEnd(50)} ${ours.toFixed(1)}  ${beside}`);
}
