import { writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus, Passage } from '../../knowledge/corpus/corpus.ts';
import { loadCorpus } from '../../knowledge/corpus/load-corpus.ts';
import { buildAnswererIndex } from '../../knowledge/question/answerer-index.ts';
import { type CardRanker, createCardRanker } from '../../knowledge/question/card-ranker.ts';
import { sourceCards } from '../../knowledge/question/cards.ts';
import { loadKnowledge } from '../../knowledge/question/load-knowledge.ts';
import { createSearchEngine, type SearchEngine } from '../../knowledge/search/engine.ts';
import { readQuestionSet } from '../../test/eval/question-set.ts';

// node --expose-gc bench/child/growth.ts PASSAGES QUESTIONS: multiplies the passages and the sample questions, ranks the development
// questions, and writes on the third channel p50 and p99 (milliseconds of the clock, the least of the passes for each) and the heap.
const [passages = 1, questions = 1] = process.argv.slice(2).map(Number);
const PASSES = 5;

/** The same words in another order, with one of their own: other trigrams and pairs of words, the same subject. */
const varied = (text: string, turn: number): string => {
  const words = text.split(' ');
  const cut = (turn * 7) % Math.max(1, words.length);
  return turn === 0 ? text : [...words.slice(cut), `variante${turn}`, ...words.slice(0, cut)].join(' ');
};
const times = <T>(count: number, make: (turn: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, turn) => make(turn));

const multiplied = (corpus: Corpus): Corpus => {
  const all = times(passages, (turn) =>
    [...corpus.passages.values()].map((one): Passage => {
      const suffix = turn === 0 ? '' : `~${turn}`;
      return {
        ...one,
        id: `${one.id}${suffix}`,
        text: varied(one.text, turn),
        translation: one.translation === null ? null : `${one.translation}${suffix}`,
      };
    }),
  ).flat();
  return { ...corpus, passages: new Map(all.map((one) => [one.id, one])) };
};

const corpus = loadCorpus();
const loaded = loadKnowledge();
const more = (lists: typeof loaded.sampleQuestions) =>
  new Map(
    [...lists].map(([id, list]) => [
      id,
      times(questions, (turn) => list.map((text) => varied(text, turn))).flat(),
    ]),
  );
const knowledge = {
  ...loaded,
  sampleQuestions: more(loaded.sampleQuestions),
  cardQuestions: more(loaded.cardQuestions),
};
const all = multiplied(corpus);
const open = (): readonly [SearchEngine, CardRanker] => {
  const index = buildAnswererIndex(all, knowledge);
  const made = createSearchEngine(all, knowledge, index.search);
  const subjects = sourceCards(corpus, knowledge.cards);
  return [made, createCardRanker(subjects, knowledge.cardQuestions, made, index.cards)];
};
const [engine, cards] = open();

const asked = readQuestionSet(join(import.meta.dirname, '../../test/eval/sets/dev.jsonl'));
const least = asked.map(() => Number.POSITIVE_INFINITY);
for (let pass = 0; pass < PASSES; pass++)
  for (const [at, { question }] of asked.entries()) {
    const start = performance.now();
    cards.rank(engine.rank(question));
    least[at] = Math.min(least[at] ?? 0, performance.now() - start);
  }
for (let turn = 0; turn < 4; turn++) global.gc?.();
const { heapUsed, external } = process.memoryUsage();
const sorted = least.toSorted((a, b) => a - b);
const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
const count = (lists: typeof loaded.sampleQuestions): number =>
  [...lists.values()].reduce((sum, list) => sum + list.length, 0);
const figures = {
  passages: engine.entries.length,
  questions: count(knowledge.sampleQuestions) + count(knowledge.cardQuestions),
  p50: at(0.5),
  p99: at(0.99),
  memory: (heapUsed + external) / 1e6,
};
writeSync(3, JSON.stringify(figures));
