/** Owners of each key, one list after the other, as plain arrays. */
export interface Postings {
  /** Where the list of each key begins; one more at the end. */
  readonly starts: Uint32Array;
  readonly owners: Uint16Array | Uint32Array;
}

/**
 * Lists the owners of each key, in order.
 * @param rows keys of each owner, each once
 * @param features number of keys, from 0 to `features` - 1
 * @param placed told where each key of each row went, for what goes beside it
 */
export const createPostings = (
  rows: readonly (readonly number[])[],
  features: number,
  placed: (owner: number, at: number, place: number) => void = () => {},
): Postings => {
  const starts = new Uint32Array(features + 1);
  for (const keys of rows) for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 0; key < features; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const length = starts[features] ?? 0;
  const owners = rows.length <= SMALL ? new Uint16Array(length) : new Uint32Array(length);
  const filled = starts.slice();
  for (const [owner, keys] of rows.entries()) {
    for (const [at, key] of keys.entries()) {
      const place = filled[key] ?? 0;
      owners[place] = owner;
      placed(owner, at, place);
      filled[key] = place + 1;
    }
  }
  return { starts, owners };
};

/** Owners that fit in 16 bits. */
const SMALL = 0x1_0000;

/** True when the list of the key names the owner. */
export const isOwner = ({ starts, owners }: Postings, key: number, owner: number): boolean => {
  if (key < 0) return false;
  let low = starts[key] ?? 0;
  let high = starts[key + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((owners[middle] ?? 0) < owner) low = middle + 1;
    else high = middle;
  }
  return low < (starts[key + 1] ?? 0) && owners[low] === owner;
};
