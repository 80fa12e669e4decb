import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { type LogFields, safeFields } from './fields.ts';

export type { LogFields } from './fields.ts';

export const logLevels = ['error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Where the program reports: fixed event names with known fields, never a text of somebody. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

export interface LogOptions {
  readonly level: LogLevel;
  /** Receives each line; standard output by default. */
  readonly write?: (line: string) => void;
  /** Key of the pseudonyms; drawn at each start by default, so that logs of two runs cannot be joined. */
  readonly key?: Uint8Array;
}

/** JSON lines: level, time (UTC), name of the event (`msg`), and the fields that `safeFields` lets through. */
export const createLog = ({ level, write, key = randomBytes(32) }: LogOptions): Log => {
  if (level === 'silent') return SILENT;
  const { pino } = loadPino();
  const options = {
    level,
    base: null,
    messageKey: 'msg',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger = pino(options, write === undefined ? standardOutput(pino) : { write });
  const line =
    (severity: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}): void => {
      if (!logger.isLevelEnabled(severity)) return;
      logger[severity](safeFields(fields, key), /^[a-z][a-z0-9.-]{0,63}$/.test(event) ? event : 'unnamed');
    };
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
};

const nothing = (): void => {};
const SILENT: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

type Pino = typeof import('pino');

/** Loaded by what writes a log: the console and `ask` seldom do. */
const loadPino = (): Pino => createRequire(import.meta.url)('pino');

/** A log that cannot be written (its disk is full) must not stop the bot. */
const standardOutput = (pino: Pino['pino']) => {
  const destination = pino.destination(1);
  destination.on('error', () => {});
  return destination;
};

/** `LOG_LEVEL` if it names a level, else the level of the configuration. */
export const levelFrom = (env: NodeJS.ProcessEnv, configured: LogLevel): LogLevel =>
  logLevels.find((level) => level === env.LOG_LEVEL?.toLowerCase()) ?? configured;
