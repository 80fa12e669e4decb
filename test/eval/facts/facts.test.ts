import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { loadFactLexicon } from '../../../knowledge/facts/load-lexicon.ts';
import { createFactReader } from '../../../knowledge/facts/read-facts.ts';
import { type FactItem, scoreFacts } from './fact-score.ts';

const facts = z.record(z.string(), z.unknown());
const read = createFactReader(loadFactLexicon());

const linesOf = <T>(file: string, schema: z.ZodType<T>): readonly T[] =>
  readFileSync(join(import.meta.dirname, '../sets', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => schema.parse(JSON.parse(line)));

const sets: readonly (readonly [string, readonly FactItem[]])[] = [
  [
    'dev2.jsonl',
    linesOf('dev2.jsonl', z.object({ question: z.string(), facts: facts.optional() })).map(
      ({ question, facts: stated = {} }) => ({
        text: question,
        // In this set [] and null both mean that nothing is stated.
        facts: Object.fromEntries(
          Object.entries(stated).filter(([, value]) => !Array.isArray(value) || value.length > 0),
        ),
      }),
    ),
  ],
  [
    'facts-sentences.jsonl',
    linesOf(
      'facts-sentences.jsonl',
      z.object({ text: z.string(), facts, unknown: z.array(z.string()).optional() }),
    ),
  ],
];

it.each(sets)('%s: at least 92 %% of what is stated is read, at most 1 %% wrong', (_, items) => {
  const { stated, read: found, wrong, misses } = scoreFacts(items, read);
  expect(stated).toBeGreaterThan(300);
  expect({ read: found / stated >= 0.92, wrong: wrong / stated <= 0.01, misses }).toMatchObject({
    read: true,
    wrong: true,
  });
});
