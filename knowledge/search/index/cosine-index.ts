import { createPostings, type Postings } from './postings.ts';

/** A text as numbered features with their weights; a feature stands once. */
export interface Row {
  readonly keys: readonly number[];
  readonly weights: readonly number[];
}

/** Inverted lists of rows of length 1, as plain arrays: thousands of sample questions meet every question asked. */
export interface CosineIndex extends Postings {
  readonly rows: number;
  /** Weight of the key in the row of each owner. */
  readonly shares: Float32Array;
}

/** @param features number of features; keys go from 0 to `features` - 1, others are ignored in queries. */
export const createCosineIndex = (rows: readonly Row[], features: number): CosineIndex => {
  const norms = rows.map(({ weights }) => normOf(weights));
  const shares = new Float32Array(rows.reduce((sum, { keys }) => sum + keys.length, 0));
  const postings = createPostings(
    rows.map(({ keys }) => keys),
    features,
    (owner, at, place) => {
      shares[place] = (rows[owner]?.weights[at] ?? 0) / (norms[owner] ?? 1);
    },
  );
  return { ...postings, rows: rows.length, shares };
};

/**
 * Cosine similarity of a row to every row indexed, from 0 to 1.
 * @param similarity written over, by number of row
 */
export const similarityTo = (
  { starts, owners, shares }: CosineIndex,
  { keys, weights }: Row,
  similarity: Float64Array,
): void => {
  similarity.fill(0);
  const norm = normOf(weights);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? -1;
    if (key < 0) continue;
    const share = (weights[at] ?? 0) / norm;
    const end = starts[key + 1] ?? 0;
    for (let place = starts[key] ?? end; place < end; place++) {
      const owner = owners[place] ?? 0;
      similarity[owner] = (similarity[owner] ?? 0) + share * (shares[place] ?? 0);
    }
  }
};

const normOf = (weights: readonly number[]): number => {
  let sum = 0;
  for (const weight of weights) sum += weight * weight;
  return Math.sqrt(sum) || 1;
};
