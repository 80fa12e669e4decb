import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { answerLocally, composeLocally } from '../../bot/local.ts';
import { readQuestionSet } from '../../test/eval/question-set.ts';

// node --expose-gc --max-old-space-size=160 bench/child/soak.ts QUESTIONS: asks one process so many questions, by the path of the
// console (the whole bot but Matrix, its stores in memory), and writes the heap in use after each thousand.
const total = Number(process.argv[2] ?? 10_000);
const sets = ['dev', 'dev2', 'held-out', 'third-2'].flatMap((name) =>
  readQuestionSet(join(import.meta.dirname, `../../test/eval/sets/${name}.jsonl`)),
);
const handler = composeLocally({});
const heaps: number[] = [];
for (let asked = 1; asked <= total; asked++) {
  const text = sets[asked % sets.length]?.question ?? '';
  // A few hundred rooms, each with its conversation.
  await answerLocally(handler, { text, conversation: `salon${asked % 300}`, number: asked });
  if (asked % 1000 !== 0) continue;
  for (let turn = 0; turn < 4; turn++) global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  heaps.push((heapUsed + external) / 1e6);
}
writeSync(3, JSON.stringify(heaps));
