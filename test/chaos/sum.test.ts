import { expect, it } from 'vitest';
import type { Row } from '../e2e/chaos/measured.ts';
import { sumOf } from '../e2e/chaos/sum.ts';

const row: Row = {
  ...{ name: 'arrets', verdict: 'tenu', tries: 300, planned: 1000, lost: 0, doubled: 1, leaked: 2 },
  ...{ recoveryMs: 40, broken: ['a'], counts: { arrêts: 30, pannes: 3 }, note: 'même appareil' },
  ...{ date: '2026-11-27', seed: 7, seconds: 100, load: 3, memory: 200, node: '26', synapse: '1' },
};
const later: Row = {
  ...{ ...row, verdict: 'non tenu', tries: 200, lost: 1, doubled: 1, leaked: 0, recoveryMs: 70, broken: [] },
  ...{ counts: { arrêts: 20 }, date: '2026-11-28', seed: 8, seconds: 50, load: 9, memory: null },
};

it('adds up what two seeds have measured, and keeps the worst of both', () => {
  expect(sumOf(row, later)).toEqual({
    ...{ ...later, verdict: 'non tenu', tries: 500, lost: 1, doubled: 2, leaked: 2, broken: ['a'] },
    ...{ counts: { arrêts: 50, pannes: 3 }, seed: 7, otherSeeds: [8], seconds: 150, memory: 200 },
  });
  expect(sumOf(later, row).verdict).toBe('non tenu');
  expect(sumOf(sumOf(row, later), { ...later, seed: 9 }).otherSeeds).toEqual([8, 9]);
});

it('does not count a seed twice', () => {
  expect(() => sumOf(sumOf(row, later), { ...later, lost: 5 })).toThrow('graine 8 déjà comptée');
});

it('waits for nothing where nothing was waited for', () => {
  expect(sumOf({ ...row, recoveryMs: null }, { ...later, recoveryMs: null }).recoveryMs).toBeNull();
});
