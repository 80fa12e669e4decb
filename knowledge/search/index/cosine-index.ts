/** A text as numbered features with their weights; a feature stands once. */
export interface Row {
  readonly keys: readonly number[];
  readonly weights: readonly number[];
}

/** Cosine similarity of a row to every row indexed, from 0 to 1. */
export type CosineIndex = (query: Row) => Float64Array;

/**
 * Inverted lists in typed arrays: thousands of authored questions are compared with every question asked,
 * and built at each start.
 * @param features number of features; keys go from 0 to `features` - 1, others are ignored in queries.
 */
export const createCosineIndex = (rows: readonly Row[], features: number): CosineIndex => {
  const starts = new Uint32Array(features + 1);
  for (const { keys } of rows) for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 0; key < features; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const owners = new Uint32Array(starts[features] ?? 0);
  const shares = new Float32Array(owners.length);
  const filled = starts.slice();
  for (let owner = 0; owner < rows.length; owner++) {
    const row = rows[owner] ?? EMPTY;
    const norm = normOf(row.weights);
    for (let at = 0; at < row.keys.length; at++) {
      const key = row.keys[at] ?? 0;
      const place = filled[key] ?? 0;
      owners[place] = owner;
      shares[place] = (row.weights[at] ?? 0) / norm;
      filled[key] = place + 1;
    }
  }
  return ({ keys, weights }) => {
    const similarity = new Float64Array(rows.length);
    const norm = normOf(weights);
    for (const [at, key] of keys.entries()) {
      const share = (weights[at] ?? 0) / norm;
      const end = starts[key + 1] ?? 0;
      for (let place = starts[key] ?? end; place < end; place++) {
        const owner = owners[place] ?? 0;
        similarity[owner] = (similarity[owner] ?? 0) + share * (shares[place] ?? 0);
      }
    }
    return similarity;
  };
};

const EMPTY: Row = { keys: [], weights: [] };

const normOf = (weights: readonly number[]): number => {
  let sum = 0;
  for (const weight of weights) sum += weight * weight;
  return Math.sqrt(sum) || 1;
};
