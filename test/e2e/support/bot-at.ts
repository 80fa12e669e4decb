import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runProgram } from '../../../bot/cli/program.ts';
import { loadConfig } from '../../../bot/config/load.ts';
import { createTchapTransport } from '../../../bot/matrix/transport.ts';
import { untilStopped } from '../../../bot/process/shutdown.ts';
import { runBot } from '../../../bot/run.ts';

// The bot at another date: the file `clock`, beside its configuration, holds the instant at which it starts. Only
// the application lives then; the transport keeps the time of the homeserver.
const path = process.argv[3] ?? '';
const startsAt = Date.parse(readFileSync(join(dirname(path), 'clock'), 'utf8'));
const launchedAt = Date.now();

await runProgram(() =>
  runBot(loadConfig(path), {
    env: process.env,
    createTransport: (options) => createTchapTransport({ ...options, now: () => Date.now() }),
    stopped: untilStopped(),
    clock: { now: () => startsAt + (Date.now() - launchedAt) },
  }),
);
