import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Homeserver } from './synapse.ts';
import { until } from './until.ts';

export interface LogLine {
  readonly level: string;
  readonly msg: string;
  readonly [field: string]: unknown;
}

/** The real program on its own data folder, started and ended as an operator or an accident would. */
export interface Bot {
  readonly userId: string;
  readonly folder: string;
  /** Lines of its log over all its runs. */
  readonly log: readonly LogLine[];
  /** Everything it wrote on standard error. */
  readonly errors: () => string;
  /** Everything it wrote, on both outputs, over all its runs. */
  readonly output: () => string;
  /** Words that must never be written: password, access token, keys. */
  secrets(): readonly string[];
  start(env?: NodeJS.ProcessEnv): Promise<void>;
  /** Starts without waiting to be ready, and gives the exit code. */
  startToExit(): Promise<number | null>;
  /** Resolves with the exit code of the run under way, null when a signal ended it. */
  ended(): Promise<number | null>;
  /** Sends a signal to the run under way, which goes on. */
  signal(signal: NodeJS.Signals): void;
  /** Resident memory of the run under way in MiB, now and at most since it started; null when it does not run. */
  memory(): { readonly now: number; readonly most: number } | null;
  /** @returns the exit code; null when a signal ended it or when it did not run */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Starts the program and comes back at once, to kill it at any moment. */
  launch(env?: NodeJS.ProcessEnv): void;
  dispose(): Promise<void>;
}

export interface BotOptions {
  /** Merged over the test configuration, section by section. */
  readonly config?: Record<string, Record<string, unknown>>;
  readonly env?: NodeJS.ProcessEnv;
  /** URL that the bot talks to, when not the homeserver itself (a fault proxy). */
  readonly url?: string;
  /** Program to run instead of the real one, from the root of the project. */
  readonly program?: string;
  /** Command to run it through, given it and its arguments: within a limit of memory. */
  readonly through?: readonly string[];
  /** Modules to load before it (`--import`), from the root of the project. */
  readonly before?: readonly string[];
  /** Given its folder before the first start; gives what undoes it, called before the folder is deleted. */
  readonly prepare?: (folder: string) => () => void;
}

const password = 'mot-de-passe-du-robot';
const root = join(import.meta.dirname, '../../..');

/** Registers the bot's account and writes its configuration; `start()` runs it. */
export const createBot = async (
  homeserver: Homeserver,
  localpart: string,
  options: BotOptions = {},
): Promise<Bot> => {
  const userId = await homeserver.register(localpart, password);
  const folder = mkdtempSync(join(tmpdir(), 'robot-'));
  const config = join(folder, 'config.yaml');
  writeFileSync(join(folder, 'mot-de-passe'), `${password}\n`, { mode: 0o600 });
  writeFileSync(config, stringify(configuration(homeserver, userId, options)));

  const undo = options.prepare?.(folder);

  const log: LogLine[] = [];
  let errors = '';
  let output = '';
  let child: ChildProcess | undefined;

  const before = (options.before ?? []).flatMap((module) => ['--import', join(root, module)]);
  const [command, ...program] = [
    ...(options.through ?? []),
    process.execPath,
    ...before,
    options.program ?? 'bot/main.ts',
    '--config',
    config,
  ];
  const launch = (env: NodeJS.ProcessEnv = {}): ChildProcess => {
    const started = spawn(command ?? process.execPath, program, {
      cwd: root,
      env: { ...process.env, LOG_LEVEL: 'debug', ...options.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let rest = '';
    started.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line.startsWith('{')) log.push(JSON.parse(line));
    });
    started.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      errors += chunk;
      output += chunk;
    });
    return started;
  };
  const exited = (process_: ChildProcess): Promise<number | null> =>
    process_.exitCode !== null || process_.signalCode !== null
      ? Promise.resolve(process_.exitCode)
      : new Promise((resolve) => process_.once('exit', resolve));

  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
    const running = child;
    child = undefined;
    if (running === undefined) return null;
    const code = exited(running);
    running.kill(signal);
    return code;
  };
  process.once('exit', () => child?.kill('SIGKILL'));
  return {
    userId,
    folder,
    log,
    errors: () => errors,
    output: () => output,
    secrets: () => [
      password,
      ...['session.json', 'store.key', 'recovery.key']
        .map((name) => join(folder, 'data', name))
        .filter(existsSync)
        .map((file) => readFileSync(file, 'utf8').trim())
        .map((text) => (text.startsWith('{') ? String(JSON.parse(text).token) : text)),
    ],
    launch: (env) => {
      child = launch(env);
    },
    ended: async () => (child === undefined ? null : exited(child)),
    signal: (signal) => void child?.kill(signal),
    memory: () => (child?.pid === undefined ? null : memoryOf(child.pid)),
    start: async (env) => {
      const before = log.length;
      const started = launch(env);
      child = started;
      await until(
        'the bot to be ready',
        () => {
          if (started.exitCode !== null)
            throw new Error(`the bot ended with code ${started.exitCode}: ${errors}`);
          return log.slice(before).some((line) => line.msg === 'started');
        },
        240_000,
      );
    },
    startToExit: () => exited(launch()),
    stop,
    dispose: async () => {
      await stop('SIGKILL');
      undo?.();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const memoryOf = (pid: number): { readonly now: number; readonly most: number } | null => {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return null;
  const text = readFileSync(status, 'utf8');
  const mebibytes = (field: string): number =>
    Math.round(Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) / 1024);
  return { now: mebibytes('VmRSS'), most: mebibytes('VmHWM') };
};

const configuration = (homeserver: Homeserver, userId: string, { config = {}, url }: BotOptions): unknown => {
  const base: Record<string, Record<string, unknown>> = {
    homeserver: { url: url ?? homeserver.url, userId, passwordFile: './mot-de-passe' },
    invitations: { homeservers: [homeserver.serverName] },
    data: { folder: './data' },
    pacing: { millisecondsBetweenMessages: 0 },
    // Suites send in a minute what people send in a day, and run beside other bots.
    limits: { perPersonPerMinute: 10_000, perRoomPerMinute: 10_000 },
    http: { port: null },
  };
  for (const [section, values] of Object.entries(config)) base[section] = { ...base[section], ...values };
  return base;
};
