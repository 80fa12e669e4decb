/**
 * `npm run chaos`: faults between a bot and a real Synapse, accidents of the one and of the other, each with what it cost.
 * Prints a table; ends with 1 when a promise is broken. `--list` names the scenarios.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { startSynapse } from '../support/synapse.ts';
import { readArguments, USAGE } from './arguments.ts';
import { type Field, openField } from './field.ts';
import type { Measured, Row } from './measured.ts';
import { randomFrom } from './random.ts';
import { record, recordedOf } from './record.ts';
import { NotHere, type Scenario, type Stage } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { tableOf } from './table.ts';

const read = readArguments(
  process.argv.slice(2),
  scenarios.map(({ name }) => name),
);
if (typeof read === 'string') {
  process.stderr.write(`${read}\n${USAGE}`);
  process.exit(64);
}
if (read.list) {
  for (const { name, fault } of scenarios) process.stdout.write(`${name.padEnd(22)} ${fault}\n`);
  process.exit(0);
}
// The processes that were started are ended on exit, which a signal alone does not bring about.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(1));

// What a scenario had begun when it failed ends badly too: the scenario has said why.
process.on('unhandledRejection', (reason) => process.stderr.write(`${reason}\n`));

const chosen = scenarios.filter(
  ({ name, short = false }) =>
    (read.only.length === 0 || read.only.some((begin) => name.startsWith(begin))) &&
    (!read.short || short || read.only.length > 0),
);
const endsAt = Date.now() + read.minutes * 60_000;
const homeserver = await startSynapse();
const common: { field: Promise<Field> | null } = { field: null };
const closeCommon = async (): Promise<void> => {
  const field = common.field;
  common.field = null;
  // One that could not be opened has put itself away.
  await (await field?.catch(() => null))?.[Symbol.asyncDispose]();
};

const playOn = async (scenario: Scenario): Promise<Measured & Pick<Row, 'memory'>> => {
  await using own = new AsyncDisposableStack();
  const fields: Field[] = [];
  const stage: Stage = {
    homeserver,
    random: randomFrom(read.seed),
    shared: async () => {
      common.field ??= openField(homeserver);
      fields.push(await common.field);
      return common.field;
    },
    open: async (options) => {
      const field = own.use(await openField(homeserver, options));
      fields.push(field);
      return field;
    },
    count: (whole, short) => (read.short ? short : whole),
    isOver: () => Date.now() > endsAt,
    say: (text) => process.stderr.write(`  ${scenario.name} : ${text}\n`),
  };
  const measured = await scenario.play(stage);
  const most = fields.flatMap(({ bot }) => bot.memory()?.most ?? []);
  return { ...measured, memory: most.length === 0 ? null : Math.max(...most) };
};

const rows: Row[] = [];
for (const scenario of chosen) {
  if (Date.now() > endsAt) {
    process.stderr.write(`${scenario.name} : pas joué, le temps est passé\n`);
    continue;
  }
  const begun = Date.now();
  process.stderr.write(`${scenario.name} : ${scenario.fault}\n`);
  let measured: Measured & Pick<Row, 'memory'>;
  try {
    measured = await playOn(scenario);
  } catch (error) {
    if (error instanceof NotHere) {
      process.stderr.write(`${scenario.name} : pas ici, ${error.message}\n`);
      continue;
    }
    const said = error instanceof Error ? error.message : String(error);
    measured = {
      tries: 0,
      lost: 0,
      doubled: 0,
      leaked: 0,
      recoveryMs: null,
      broken: [`interrompue : ${said}`],
    };
  }
  const row = recordedOf(scenario, measured, {
    seed: read.seed,
    seconds: (Date.now() - begun) / 1000,
    timed: !read.short,
  });
  if (row.tries === 0 && Date.now() > endsAt) {
    process.stderr.write(`${scenario.name} : le temps est passé avant le premier essai\n`);
    continue;
  }
  rows.push(row);
  if (read.write && !read.short) record([row], read.add);
  process.stderr.write(`${JSON.stringify(row)}\n`);
  // Whatever state it is in, the next one begins with another bot.
  if (row.verdict !== 'tenu') await closeCommon();
}
process.stdout.write(tableOf(rows));
await closeCommon();
await homeserver.stop();
await sleep(100);
process.exit(rows.length > 0 && rows.every(({ verdict }) => verdict === 'tenu') ? 0 : 1);
