import { type Run, readRun } from './run.ts';
import type { Token } from './tokens.ts';

/** A number found among the tokens, from `start` up to but not including `end`. */
export interface FoundRun {
  readonly run: Run;
  readonly start: number;
  readonly end: number;
}

/** All numbers of the text, in order. */
export const findRuns = (tokens: readonly Token[]): readonly FoundRun[] => {
  const runs: FoundRun[] = [];
  let index = 0;
  while (index < tokens.length) {
    const found = readRun(tokens, index);
    if (found !== null) runs.push({ run: found.run, start: index, end: found.next });
    index = found?.next ?? index + 1;
  }
  return runs;
};

/** « un » and « une » are numbers only beside a scale, a currency or another number: « un budget de 3 M€ ». */
export const dropArticles = (tokens: readonly Token[]): readonly Token[] =>
  tokens.filter((token, index) => {
    if (token.kind !== 'unit' || token.value !== 1) return true;
    const before = tokens[index - 1]?.kind;
    const after = tokens[index + 1]?.kind;
    return (
      before === 'unit' ||
      before === 'and' ||
      ['scale', 'half', 'point', 'and', 'euro', 'unit', 'billion', 'foreign'].includes(after ?? '')
    );
  });
