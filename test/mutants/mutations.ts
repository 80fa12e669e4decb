/** A change of one line that a test ought to notice. */
export interface Mutation {
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** All mutations of a source that are tried: a comparison, a connective, a truth value or a number, one at a time. */
export const mutationsOf = (source: string): readonly Mutation[] =>
  source.split('\n').flatMap((before, at) =>
    isCode(before)
      ? SWAPS.flatMap(([what, by]) =>
          [...before.matchAll(what)].map(({ 0: found, index }) => ({
            line: at + 1,
            before,
            after: before.slice(0, index) + by(found) + before.slice(index + found.length),
          })),
        )
      : [],
  );

/** @param line counted from 1 */
export const mutated = (source: string, { line, after }: Mutation): string =>
  source
    .split('\n')
    .with(line - 1, after)
    .join('\n');

/** Numbers from 0 (included) to 1, the same for a seed (mulberry32). */
export const createDraw = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const SWAPS: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/ === /g, () => ' !== '],
  [/ !== /g, () => ' === '],
  [/ <= /g, () => ' < '],
  [/ >= /g, () => ' > '],
  [/ < /g, () => ' <= '],
  [/ > /g, () => ' >= '],
  [/ && /g, () => ' || '],
  [/ \|\| /g, () => ' && '],
  [/ \+ /g, () => ' - '],
  [/\btrue\b/g, () => 'false'],
  [/\bfalse\b/g, () => 'true'],
  // What stands after `list[at] ??` is there for the types.
  [/(?<![\w.'$\\-]|\] \?\? )\d[\d_]*(?![\w.'])/g, (found) => String(Number(found.replaceAll('_', '')) + 1)],
];

/** Comments, imports, types and text hold nothing to change. */
const isCode = (line: string): boolean =>
  !/^\s*(?:\/\/|\/?\*|import\b|export (?:type|interface)\b|type\b|readonly\b)/.test(line) &&
  !/['`]/.test(line);
