import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verdictFor } from '../../../commands/verdicts/verdict-for.ts';
import { loadCatalogue } from '../../../knowledge/catalogue/catalogue.ts';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { loadFactLexicon } from '../../../knowledge/facts/load-lexicon.ts';
import { createFactReader } from '../../../knowledge/facts/read-facts.ts';
import { declaredOf, type StatedFacts } from './declared.ts';
import { said } from './said.ts';

interface Question {
  readonly id: string;
  readonly lang: 'fr' | 'en';
  readonly question: string;
  readonly facts: Partial<StatedFacts> | null;
  readonly verdict: readonly string[] | null;
  readonly lead: { readonly any: readonly (readonly string[])[]; readonly none?: readonly string[] };
}

const questions = readFileSync(join(import.meta.dirname, '../sets/dev2.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): Question => JSON.parse(line))
  .filter(({ verdict }) => verdict !== null && verdict !== undefined);

const readFacts = createFactReader(loadFactLexicon());
const bases = { corpus: loadCorpus(), catalogue: loadCatalogue() };

const answered = questions.map((question) => ({
  ...question,
  given: verdictFor(
    { facts: declaredOf(question.id, question.facts ?? {}), read: [] },
    readFacts(question.question).asks,
    { today: '2026-11-27', lang: question.lang },
    bases,
  ),
}));

/** Ids of those that fail, so that a fall says which. */
const failing = (holds: (one: (typeof answered)[number]) => boolean): readonly string[] =>
  answered.filter((one) => !holds(one)).map(({ id }) => id);

it('80 situations by somebody else have a verdict', () => {
  expect(answered).toHaveLength(80);
});

it('nine verdicts in ten share a code with what a reader of the texts concludes', () => {
  const wrong = failing(
    ({ given, verdict }) => given?.codes.some((code) => verdict?.includes(code)) ?? false,
  );
  expect(wrong.length, wrong.join(' ')).toBeLessThanOrEqual(8);
});

it('the first words answer in 85 % of them, and mislead in none', () => {
  const first = (lead: string): string => lead.split(/\s+/).slice(0, 80).join(' ');
  const indirect = failing(
    ({ given, lead }) =>
      given !== null && lead.any.every((group) => group.some((wanted) => said(first(given.lead), wanted))),
  );
  expect(indirect.length, indirect.join(' ')).toBeLessThanOrEqual(12);
  const misleading = failing(
    ({ given, lead }) =>
      !(lead.none ?? []).some((wanted) => given !== null && said(first(given.lead), wanted)),
  );
  expect(misleading).toEqual([]);
});
