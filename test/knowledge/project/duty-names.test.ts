import { describe, expect, it } from 'vitest';
import { partIn, splitDone } from '../../../knowledge/project/duty-names.ts';
import { doneSchema } from '../../../knowledge/project/schema.ts';

describe('the part of a rule that a text begins with', () => {
  it.each([
    ['R5', 'zones "Paris"', { name: 'R5.zones', rest: '"Paris"' }],
    ['R5', 'Détection et isolation : sondes', { name: 'R5.detection', rest: 'sondes' }],
    ['R5', 'détection, sondes', { name: 'R5.detection', rest: 'sondes' }],
    ['R9', 'SNC rien', { name: 'R9.secnumcloud', rest: 'rien' }],
    ['R9', 'données chiffrées', null],
    ['R5', 'zonesParis', null],
    ['R4', 'zones "Paris"', null],
  ] as const)('%s %s', (rule, text, found) => {
    expect(partIn(rule, text)).toEqual(found);
  });
});

it('what was kept of a whole rule stands for each thing that it asks, unless one was said apart', () => {
  const kept = { R4: 'clause 12', R5: 'deux sites', 'R5.zones': 'Paris et Lille' };
  const split = { R4: 'clause 12', 'R5.zones': 'Paris et Lille', 'R5.detection': 'deux sites' };
  expect(splitDone(kept)).toEqual(split);
  expect(doneSchema.parse(kept)).toEqual(split);
  expect(splitDone(split)).toEqual(split);
});
