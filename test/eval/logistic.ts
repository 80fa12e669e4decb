export interface Example {
  readonly values: ReadonlyMap<string, number>;
  readonly answerable: boolean;
  readonly weight: number;
  /** Any number; examples of one fold are judged by weights that have not seen them. */
  readonly fold: number;
}

/** Least and most that a weight may be. */
export type Bounds = (name: string) => readonly [number, number];

/** Steps of the ascent, their length, and how strongly weights are held back (in examples). */
const STEPS = 1500;
const RATE = 0.15;
const MOMENTUM = 0.9;
const HELD = 10;

/** Logistic regression on measures brought to one scale; both classes weigh the same. Weights by name, with `bias`. */
export const fitLogistic = (examples: readonly Example[], bounds: Bounds): ReadonlyMap<string, number> => {
  const names = [...new Set(examples.flatMap(({ values }) => [...values.keys()]))];
  const scales = names.map((name) => spread(examples.map(({ values }) => values.get(name) ?? 0)));
  const rows = examples.map(({ values }) =>
    Float64Array.from([1, ...names.map((name, at) => (values.get(name) ?? 0) / (scales[at] ?? 1))]),
  );
  const total = (answerable: boolean): number =>
    examples.reduce((sum, one) => sum + (one.answerable === answerable ? one.weight : 0), 0);
  const share = { yes: 0.5 / total(true), no: 0.5 / total(false) };
  const held = HELD / (total(true) + total(false));
  const weights = new Float64Array(names.length + 1);
  const speed = new Float64Array(names.length + 1);
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(names.length + 1);
    for (const [at, row] of rows.entries()) {
      const one = examples[at];
      if (one === undefined) continue;
      const error = (one.answerable ? 1 : 0) - 1 / (1 + Math.exp(-dot(weights, row)));
      const pull = error * one.weight * (one.answerable ? share.yes : share.no);
      for (let column = 0; column < row.length; column++)
        gradient[column] = (gradient[column] ?? 0) + pull * (row[column] ?? 0);
    }
    for (let column = 0; column < weights.length; column++) {
      const weight = weights[column] ?? 0;
      const push = (gradient[column] ?? 0) - (column === 0 ? 0 : held * weight);
      speed[column] = MOMENTUM * (speed[column] ?? 0) + RATE * push;
      const moved = weight + (speed[column] ?? 0);
      const [least, most] = column === 0 ? [-Infinity, Infinity] : bounds(names[column - 1] ?? '');
      weights[column] = Math.min(most, Math.max(least, moved));
      if (weights[column] !== moved) speed[column] = 0;
    }
  }
  return new Map([
    ['bias', weights[0] ?? 0],
    ...names.map((name, at) => [name, (weights[at + 1] ?? 0) / (scales[at] ?? 1)] as const),
  ]);
};

/** Log-odds by these weights. */
export const oddsOf = (weights: ReadonlyMap<string, number>, values: ReadonlyMap<string, number>): number =>
  [...values].reduce(
    (sum, [name, value]) => sum + (weights.get(name) ?? 0) * value,
    weights.get('bias') ?? 0,
  );

const dot = (weights: Float64Array, row: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < row.length; at++) sum += (weights[at] ?? 0) * (row[at] ?? 0);
  return sum;
};

/** Standard deviation; a measure that never varies is left as it is. */
const spread = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
};
