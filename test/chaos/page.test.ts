import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { absent } from '../e2e/chaos/absent.ts';
import { pageOf } from '../e2e/chaos/page.ts';
import { PAGE, recorded } from '../e2e/chaos/record.ts';
import { isKept } from '../e2e/chaos/scenario.ts';
import { LEFT } from '../e2e/chaos/scenarios/memory.ts';
import { scenarios } from '../e2e/chaos/scenarios.ts';

it('docs/fiabilite.md is what the figures and the scenarios make of it (npm run chaos -- --only NAME --write)', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(pageOf(recorded()));
});

it('every scenario has its figures, or a sentence that says why not', () => {
  const page = readFileSync(PAGE, 'utf8');
  const unsaid = [...scenarios, ...absent].filter(({ name }) => !page.includes(`\n| \`${name}\` |`));
  expect(unsaid.map(({ name }) => name)).toEqual([]);
});

it('a scenario has a name of its own', () => {
  const names = [...scenarios, ...absent].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

const scenario = { recoverWithin: 1000 };
const sound = { tries: 10, lost: 0, doubled: 0, leaked: 0, recoveryMs: 900 };

it.each([
  ['nothing lost, in time', {}, true],
  ['one lost', { lost: 1 }, false],
  ['one doubled', { doubled: 1 }, false],
  ['one in clear', { leaked: 1 }, false],
  ['too slow', { recoveryMs: 1100 }, false],
  ['something else', { broken: ['arrêt'] }, false],
])('verdict: %s', (_, fields, kept) => {
  expect(isKept(scenario, { ...sound, ...fields })).toBe(kept);
});

it('a busy machine is not held against the short runs', () => {
  expect(isKept(scenario, { ...sound, recoveryMs: 5000 }, false)).toBe(true);
});

it('the memory that was used at most is said, with where', () => {
  const row = { ...sound, verdict: 'tenu', date: '2026-11-28', seed: 7, seconds: 1, load: 1 } as const;
  const of = (name: string, memory: number | null) => ({ ...row, name, memory, node: '26', synapse: '1' });
  const page = pageOf([of('arrets', 300), of('points', 250), of('gel', null)]);
  expect(page).toContain('au plus 300 Mio (`arrets`, sur les 2 épreuves où elle est relevée)');
});

it('the scenario of little memory takes 70 % of what the deployments allow', () => {
  expect(LEFT).toBe(Math.floor(0.7 * 512));
  const read = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
  expect(read('docs/deploiement/tchap-cloud-au-centre.service')).toContain('MemoryMax=512M');
  expect(read('docs/deploiement/kubernetes.yaml')).toContain('memory: 512Mi');
  expect(read('compose.yaml')).toContain('mem_limit: 512m');
});
