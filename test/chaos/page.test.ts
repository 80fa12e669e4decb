import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { absent } from '../e2e/chaos/absent.ts';
import { pageOf } from '../e2e/chaos/page.ts';
import { PAGE, recorded } from '../e2e/chaos/record.ts';
import { isKept } from '../e2e/chaos/scenario.ts';
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

it.each([
  [
    { memory: 300 },
    'au plus 300 Mio (`arrets`, sur 1 épreuves où elle est relevée)',
    'il en reste 41 % (but : 30 %).',
  ],
  [{ memory: 400 }, 'au plus 400 Mio', 'il en reste 22 % (but : 30 %, **non tenu**)'],
])('the memory that was used at most stands beside what is allowed: %j', (fields, used, left) => {
  const row = { ...sound, name: 'arrets', verdict: 'tenu', ...fields } as const;
  const page = pageOf([
    { ...row, date: '2026-11-28', seed: 7, seconds: 1, load: 1, node: '26', synapse: '1' },
  ]);
  expect(page).toContain(used);
  expect(page).toContain(left);
});

it('what is allowed is what the deployments say', () => {
  const read = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
  expect(read('docs/deploiement/tchap-cloud-au-centre.service')).toContain('MemoryMax=512M');
  expect(read('docs/deploiement/kubernetes.yaml')).toContain('memory: 512Mi');
  expect(read('compose.yaml')).toContain('mem_limit: 512m');
});
