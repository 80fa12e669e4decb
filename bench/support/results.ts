import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../results');

/** What was measured, when and on what. */
export interface Result<T> {
  /** ISO 8601 day. */
  readonly date: string;
  readonly node: string;
  readonly machine: string;
  readonly measured: T;
}

/** Keeps what a bench measured in `bench/results/NAME.json`, from which `bench/document.ts` makes tables. */
export const keepResult = <T>(name: string, measured: T): void => {
  mkdirSync(folder, { recursive: true });
  const result: Result<T> = {
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'processeur'}`,
    measured,
  };
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
};

/** Null when it was never measured. */
export const readResult = <T>(name: string): Result<T> | null => {
  try {
    return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  } catch {
    return null;
  }
};
