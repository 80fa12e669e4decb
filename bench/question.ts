import { join } from 'node:path';
import { createQuestionAnswerer } from '../knowledge/question/answerer.ts';
import { loadKnowledge } from '../knowledge/question/load-knowledge.ts';
import { loadCorpus } from '../knowledge/texts/load-corpus.ts';
import { readQuestionSet } from '../test/eval/question-set.ts';

// npm run bench: time to load, to build the indexes, and to answer, in process. Targets: build < 300 ms, p99 < 5 ms.
const timed = <T>(work: () => T): readonly [T, number] => {
  const start = performance.now();
  return [work(), performance.now() - start];
};

const [corpus, loadingTexts] = timed(() => loadCorpus());
const [knowledge, loadingKnowledge] = timed(() => loadKnowledge());
const [, firstBuild] = timed(() => createQuestionAnswerer(corpus, knowledge));
const [answerer, secondBuild] = timed(() => createQuestionAnswerer(corpus, knowledge));
const questions = readQuestionSet(join(import.meta.dirname, '../test/eval/dev.jsonl'));

const ask = (): number[] =>
  questions.map(({ question }) => timed(() => answerer.answer(question, { today: '2026-01-01' }))[1]);
const cold = ask();
const warm = Array.from({ length: 10 }, ask).flat();
const at = (times: number[], share: number): string =>
  `${(times.sort((a, b) => a - b)[Math.floor((times.length - 1) * share)] ?? 0).toFixed(2)} ms`;

const huge = 'La doctrine impose-t-elle SecNumCloud ? '.repeat(1_500);
const [, hugeTime] = timed(() => answerer.answer(huge, { today: '2026-01-01' }));

console.log(`texts ${loadingTexts.toFixed(0)} ms, knowledge files ${loadingKnowledge.toFixed(0)} ms`);
console.log(`index build ${firstBuild.toFixed(0)} ms the first time, ${secondBuild.toFixed(0)} ms once warm`);
console.log(`first pass  p50 ${at(cold, 0.5)}  p99 ${at(cold, 0.99)}`);
console.log(`warm        p50 ${at(warm, 0.5)}  p99 ${at(warm, 0.99)}  max ${at(warm, 1)}`);
console.log(
  `60 KB input ${hugeTime.toFixed(1)} ms; memory ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`,
);
