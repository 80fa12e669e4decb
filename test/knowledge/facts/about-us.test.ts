import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createAboutUsReader } from '../../../knowledge/facts/about-us.ts';
import { wholeWords } from '../../../knowledge/facts/lexicon.ts';
import { loadFactLexicon } from '../../../knowledge/facts/load-lexicon.ts';
import { readable } from '../../../knowledge/facts/reading.ts';

const { aboutUs } = loadFactLexicon();
const about = createAboutUsReader({ aboutUs });

describe('each entry of about-us.yaml', () => {
  it.each(
    aboutUs.map((entry) => [entry.value, entry] as const),
  )('%s: its examples and counter-examples', (_, entry) => {
    const holds = (text: string): boolean => wholeWords(entry.words, '').test(readable(text).folded);
    for (const example of entry.examples) expect([example, holds(example)]).toEqual([example, true]);
    if (ALONE.has(entry.value)) return;
    for (const other of entry.counter) expect([other, holds(other)]).toEqual([other, false]);
  });

  it('asks for all at the end of a sentence only', () => {
    for (const { value, counter } of aboutUs)
      if (ALONE.has(value)) for (const other of counter) expect([other, about(other)]).toEqual([other, null]);
  });
});

/** Words that count by what follows them. */
const ALONE: ReadonlySet<string> = new Set(['alone', 'tail']);

const sentence = z.strictObject({
  id: z.string(),
  about: z.enum(['us', 'all']).nullable(),
  question: z.string(),
});

/** Sixty sentences written before the words were, half of them about the project of those who ask. */
const SENTENCES = readFileSync(join(import.meta.dirname, '../../eval/sets/about-us.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => sentence.parse(JSON.parse(line)));

it.each(SENTENCES)('$id « $question »: $about', ({ question, about: wanted }) => {
  expect(about(question)).toBe(wanted);
});
