import { join } from 'node:path';
import { loadCorpus } from '../knowledge/corpus/load-corpus.ts';
import { createQuestionAnswerer } from '../knowledge/question/answerer.ts';
import { loadKnowledge } from '../knowledge/question/load-knowledge.ts';
import { readQuestionSet } from '../test/eval/question-set.ts';

// npm run bench: time to load, to build the indexes, and to answer, in process. Targets: build < 300 ms, p99 < 5 ms.
// Each figure is time on the processor, then time on the clock: the second also counts what else the machine does.
interface Time {
  readonly cpu: number;
  readonly clock: number;
}

const timed = <T>(work: () => T): readonly [T, Time] => {
  const start = performance.now();
  const before = process.threadCpuUsage();
  const result = work();
  const { user, system } = process.threadCpuUsage(before);
  return [result, { cpu: (user + system) / 1_000, clock: performance.now() - start }];
};
const shown = ({ cpu, clock }: Time): string => `${cpu.toFixed(1)} ms (${clock.toFixed(1)})`;

const [corpus, loadingTexts] = timed(() => loadCorpus());
const [knowledge, loadingKnowledge] = timed(() => loadKnowledge());
const [, firstBuild] = timed(() => createQuestionAnswerer(corpus, knowledge));
const [answerer, secondBuild] = timed(() => createQuestionAnswerer(corpus, knowledge));
const questions = readQuestionSet(join(import.meta.dirname, '../test/eval/sets/dev.jsonl'));

const ask = (): readonly Time[] =>
  questions.map(({ question }) => timed(() => answerer.answer(question, { today: '2026-01-01' }))[1]);
const cold = ask();
/** Mean of ten passes for each question: processor time is counted in ticks longer than an answer takes. */
const passes = Array.from({ length: 10 }, ask);
const warm = questions.map((_, question): Time => {
  const mean = (key: keyof Time): number =>
    passes.reduce((sum, pass) => sum + (pass[question]?.[key] ?? 0), 0) / passes.length;
  return { cpu: mean('cpu'), clock: mean('clock') };
});
const at = (times: readonly Time[], share: number): string => {
  const place = (key: keyof Time): number =>
    times.map((time) => time[key]).toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)] ?? 0;
  return shown({ cpu: place('cpu'), clock: place('clock') });
};

const huge = 'La doctrine impose-t-elle SecNumCloud ? '.repeat(1_500);
const [, hugeTime] = timed(() => answerer.answer(huge, { today: '2026-01-01' }));

const authored = [...knowledge.sampleQuestions.values()].reduce((sum, { length }) => sum + length, 0);
console.log(`${corpus.passages.size} passages, ${authored} authored questions`);
console.log(`texts       ${shown(loadingTexts)}  knowledge files ${shown(loadingKnowledge)}`);
console.log(`index build ${shown(firstBuild)} the first time, ${shown(secondBuild)} once warm`);
console.log(`first pass  p50 ${at(cold, 0.5)}  p99 ${at(cold, 0.99)}`);
console.log(`warm        p50 ${at(warm, 0.5)}  p99 ${at(warm, 0.99)}  max ${at(warm, 1)}`);
console.log(`60 KB input ${shown(hugeTime)}; memory ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
