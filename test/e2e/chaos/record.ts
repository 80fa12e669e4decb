import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { VERSION as SYNAPSE } from '../support/synapse.ts';
import type { Measured, Row } from './measured.ts';
import { pageOf } from './page.ts';
import { isKept, type Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { sumOf } from './sum.ts';

export const recordedOf = (
  scenario: Scenario,
  measured: Measured,
  { seed, seconds, timed }: { readonly seed: number; readonly seconds: number; readonly timed: boolean },
): Row => ({
  name: scenario.name,
  verdict: isKept(scenario, measured, timed) ? 'tenu' : 'non tenu',
  ...measured,
  date: new Date().toISOString().slice(0, 10),
  seed,
  seconds: Math.round(seconds),
  load: Math.round(loadavg()[0] ?? 0),
  node: process.versions.node,
  synapse: SYNAPSE,
});

const docs = join(import.meta.dirname, '../../../docs');
const FIGURES = join(docs, 'fiabilite.jsonl');
export const PAGE = join(docs, 'fiabilite.md');

export const recorded = (): readonly Row[] =>
  existsSync(FIGURES)
    ? readFileSync(FIGURES, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Row)
    : [];

/** Puts new figures in the place of those of the same scenarios, or adds them, and draws the page again. */
export const record = (rows: readonly Row[], add = false): void => {
  const known = new Map(recorded().map((row) => [row.name, row]));
  for (const row of rows) {
    const before = add ? known.get(row.name) : undefined;
    known.set(row.name, before === undefined ? row : sumOf(before, row));
  }
  const kept = scenarios.flatMap(({ name }) => known.get(name) ?? []);
  writeFileSync(FIGURES, kept.map((row) => `${JSON.stringify(row)}\n`).join(''));
  writeFileSync(PAGE, pageOf(kept));
};
