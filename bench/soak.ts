import { keepResult } from './support/results.ts';
import { thirdChannelOf } from './support/third-channel.ts';

// node bench/soak.ts [QUESTIONS]: whether memory grows with the questions asked, the heap held at 160 MB. Target: 0.5 MB per 1,000.
const questions = Number(process.argv[2] ?? 10_000);
const heaps = thirdChannelOf<readonly number[]>(process.cwd(), [
  '--expose-gc',
  '--max-old-space-size=160',
  'bench/child/soak.ts',
  String(questions),
]);
/** The first thousands fill what is remembered (conversations, stems, terms) to its bounds. */
const settled = heaps.slice(2);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
/** Least squares, by thousand. */
const slopeOf = (values: readonly number[]): number => {
  const middle = (values.length - 1) / 2;
  const spread = values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
  return values.reduce((sum, value, at) => sum + (at - middle) * (value - mean(values)), 0) / (spread || 1);
};
const half = Math.ceil(settled.length / 2);
const figures = {
  questions,
  slope: slopeOf(settled),
  first: mean(settled.slice(0, half)),
  last: mean(settled.slice(half)),
  heaps,
};
keepResult('soak', figures);
console.log(`heap after each thousand: ${heaps.map((heap) => heap.toFixed(1)).join(', ')} MB`);
console.log(`slope ${figures.slope.toFixed(2)} MB per 1,000 questions, the first 2,000 left out`);
