import { keepResult } from './support/results.ts';
import { thirdChannelOf } from './support/third-channel.ts';

// node bench/growth.ts: what ranking costs with more texts and more sample questions. Targets: questions × 10, p99 and memory at most
// twice; passages × 100, p99 at most ten times.
interface Figures {
  readonly passages: number;
  readonly questions: number;
  readonly p50: number;
  readonly p99: number;
  readonly memory: number;
}

const SIZES = [
  ['× 1', 1, 1],
  ['questions × 10', 1, 10],
  ['passages × 100', 100, 1],
] as const;

const rows = SIZES.map(([name, passages, questions]) => ({
  name,
  ...thirdChannelOf<Figures>(process.cwd(), [
    '--expose-gc',
    '--max-old-space-size=6000',
    'bench/child/growth.ts',
    String(passages),
    String(questions),
  ]),
}));
keepResult('growth', rows);
for (const { name, passages, questions, p50, p99, memory } of rows)
  console.log(
    `${name.padEnd(16)} ${passages} passages, ${questions} questions: p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, ${memory.toFixed(0)} MB`,
  );
