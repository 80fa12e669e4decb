import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type Cache, createFileCache } from '../../knowledge/cache/cache.ts';
import { loadCorpus } from '../../knowledge/corpus/load-corpus.ts';
import { createQuestionAnswerer, type QuestionAnswerer } from '../../knowledge/question/answerer.ts';
import { answererIndex } from '../../knowledge/question/answerer-index.ts';
import { loadKnowledge } from '../../knowledge/question/load-knowledge.ts';
import { readQuestionSet } from './question-set.ts';

/** Builds everything once and answers a thousand times: long where other work shares the processors. */
const FIVE_MINUTES = 300_000;

const folder = mkdtempSync(join(tmpdir(), 'prebuilt-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = (cache: Cache): QuestionAnswerer => {
  const corpus = loadCorpus(undefined, null, cache);
  const knowledge = loadKnowledge(undefined, cache);
  return createQuestionAnswerer(corpus, knowledge, answererIndex(corpus, knowledge, cache));
};
const files = createFileCache({ read: [], write: folder, most: 1 });
/** Fails where something is read or computed again. */
const warm: Cache = {
  keep: (name, keyOf) =>
    files.keep(name, keyOf, () => {
      throw new Error(`${name} was built on a second start`);
    }),
};

const questions = ['dev', 'dev2', 'held-out'].flatMap((set) =>
  readQuestionSet(join(import.meta.dirname, `sets/${set}.jsonl`)),
);

it(
  'a second start answers byte for byte as one that builds everything',
  () => {
    const built = open(files);
    const loaded = open(warm);
    const said = ({ answer, terms }: QuestionAnswerer, question: string): string =>
      JSON.stringify([answer(question, { today: '2026-01-01' }), terms(question)]);
    expect(questions.length).toBeGreaterThanOrEqual(560);
    const other = questions.filter(({ question }) => said(built, question) !== said(loaded, question));
    expect(other.map(({ question }) => question)).toEqual([]);
  },
  FIVE_MINUTES,
);
