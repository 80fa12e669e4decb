import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readQuestionSet } from '../../test/eval/question-set.ts';

// node bench/child/answers.ts FOLDER: answers the development questions by the program of that checkout, in process, and
// writes p50 and p99 on the third channel: milliseconds of the clock, the least of `PASSES` passes for each question.
const PASSES = 8;
const [folder = '.'] = process.argv.slice(2);
const local: typeof import('../../bot/local.ts') = await import(
  pathToFileURL(join(folder, 'bot/local.ts')).href
);
const questions = readQuestionSet(join(import.meta.dirname, '../../test/eval/sets/dev.jsonl'));
const handler = local.composeLocally({});

const least = questions.map(() => Number.POSITIVE_INFINITY);
let number = 0;
for (let pass = 0; pass < PASSES; pass++) {
  for (const [at, { question }] of questions.entries()) {
    number += 1;
    // Processor time is counted in ticks longer than an answer takes.
    const start = performance.now();
    await local.answerLocally(handler, { text: question, conversation: `bench/${number}`, number: 1 });
    least[at] = Math.min(least[at] ?? 0, performance.now() - start);
  }
}
const sorted = least.toSorted((a, b) => a - b);
const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
writeSync(3, JSON.stringify({ p50: at(0.5), p99: at(0.99) }));
