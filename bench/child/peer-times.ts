import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { readQuestionSet } from '../../test/eval/question-set.ts';
import { type Ask, PEERS } from '../peers/engines.ts';
import { buildOurs, passagesFor } from '../peers/ours.ts';

// node bench/child/peer-times.ts [PASSES]: asks every engine the same questions in turns, one question at a time, and writes p50 and
// p99 on the third channel: milliseconds of the clock, the least of the passes for each question.
const PASSES = Number(process.argv[2] ?? 6);
/** Engines that take seconds are asked fewer questions, once. */
const SLOW = 12;
const questions = readQuestionSet(join(import.meta.dirname, '../../test/eval/sets/dev.jsonl')).map(
  ({ question }) => question,
);

const engines: { readonly name: string; readonly ask: Ask; readonly isSlow: boolean; least: number[] }[] = [];
for (const kind of ['bare', 'questions'])
  for (const peer of PEERS) {
    const ask = await peer.build(passagesFor(kind === 'questions'));
    engines.push({ name: `${peer.name} ${kind}`, ask, isSlow: peer.name === 'fuse.js', least: [] });
  }
const { answer } = buildOurs();
const ours: Ask = (question) => {
  answer(question, { today: '2026-01-01' });
  return null;
};
engines.push({ name: 'ours', ask: ours, isSlow: false, least: [] });

for (let pass = 0; pass < PASSES; pass++)
  for (const [at, question] of questions.entries())
    for (let turn = 0; turn < engines.length; turn++) {
      const engine = engines[(turn + at + pass) % engines.length];
      if (engine === undefined || (engine.isSlow && (pass > 0 || at >= SLOW))) continue;
      const start = performance.now();
      await engine.ask(question);
      const took = performance.now() - start;
      engine.least[at] = Math.min(engine.least[at] ?? Number.POSITIVE_INFINITY, took);
    }
const figures = engines.map(({ name, least }) => {
  const sorted = least.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return [name, { p50: at(0.5), p99: at(0.99) }] as const;
});
writeSync(3, JSON.stringify(Object.fromEntries(figures)));
