/** One message: what it holds, and whether the texts answer it. */
export interface SparseExample {
  /** Numbers of its features, each with the same value. */
  readonly features: readonly number[];
  readonly value: number;
  /** A measure that is known beside them. */
  readonly odds: number;
  readonly answerable: boolean;
}

export interface SparseModel {
  readonly bias: number;
  readonly scale: number;
  readonly weights: Float64Array;
}

const STEPS = 600;
const RATE = 0.05;
const DECAY = [0.9, 0.99] as const;
const SMALL = 1e-8;
/** How strongly weights are held back: one over the C of the usual notation. */
const HELD = 1 / 3;

/** Logistic regression on sparse features, by Adam over all examples; the bias and the scale of `odds` are not held back. */
export const fitSparse = (examples: readonly SparseExample[], features: number): SparseModel => {
  const size = features + 2;
  const [w, first, second] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  w[features + 1] = 1;
  for (let step = 1; step <= STEPS; step++) {
    const gradient = new Float64Array(size);
    for (let at = 0; at < features; at++) gradient[at] = HELD * (w[at] ?? 0);
    for (const { features: held, value, odds, answerable } of examples) {
      const z = oddsBy(w, features, held, value, odds);
      const error = 1 / (1 + Math.exp(-z)) - (answerable ? 1 : 0);
      for (const at of held) gradient[at] = (gradient[at] ?? 0) + error * value;
      gradient[features] = (gradient[features] ?? 0) + error;
      gradient[features + 1] = (gradient[features + 1] ?? 0) + error * odds;
    }
    for (let at = 0; at < size; at++) {
      const pull = gradient[at] ?? 0;
      const mean = DECAY[0] * (first[at] ?? 0) + (1 - DECAY[0]) * pull;
      const spread = DECAY[1] * (second[at] ?? 0) + (1 - DECAY[1]) * pull * pull;
      first[at] = mean;
      second[at] = spread;
      const unbiased = Math.sqrt(spread / (1 - DECAY[1] ** step)) + SMALL;
      w[at] = (w[at] ?? 0) - (RATE * (mean / (1 - DECAY[0] ** step))) / unbiased;
    }
  }
  return { bias: w[features] ?? 0, scale: w[features + 1] ?? 1, weights: w.slice(0, features) };
};

/** Log-odds of one example. */
export const sparseOdds = (
  { bias, scale, weights }: SparseModel,
  { features, value, odds }: Omit<SparseExample, 'answerable'>,
): number => bias + scale * odds + value * features.reduce((sum, at) => sum + (weights[at] ?? 0), 0);

const oddsBy = (
  w: Float64Array,
  size: number,
  held: readonly number[],
  value: number,
  odds: number,
): number => {
  let sum = 0;
  for (const at of held) sum += w[at] ?? 0;
  return (w[size] ?? 0) + (w[size + 1] ?? 0) * odds + value * sum;
};
