import { stringify } from 'csv-stringify/sync';
import type { AnswerFile } from '../../../knowledge/answer/answer.ts';
import { type Span, strong, type Text } from '../../../knowledge/answer/text.ts';
import { describe, type Problem } from '../problem.ts';
import type { ImportPlan } from './read-rows.ts';

type Found = ImportPlan['problems'];

/** One kind of error in one column, with the lines that have it. */
export interface Kind {
  readonly first: Problem;
  readonly lines: readonly number[];
}

/** Errors by kind and column, in the order of their first line. */
export const kindsOf = (problems: Found): readonly Kind[] => {
  const kinds = Map.groupBy(
    problems,
    ({ problem }) => `${problem.code} ${problem.field?.name ?? problem.expected}`,
  );
  return [...kinds.values()].flatMap((some) => {
    const [first] = some;
    return first === undefined ? [] : [{ first: first.problem, lines: some.map(({ line }) => line) }];
  });
};

/** « Lignes 3, 5, 9 et 12 autres. Lu : … » */
export const kindLine = ({ first, lines }: Kind): Text => [
  strong(linesText(lines)),
  '. ',
  ...describe(first),
];

const linesText = (lines: readonly number[]): string => {
  const named = lines.slice(0, NAMED);
  const rest = lines.length - named.length;
  if (lines.length === 1) return `Ligne ${lines[0]}`;
  if (rest > 0) return `Lignes ${named.join(', ')} et ${rest} autres (${lines.length} en tout)`;
  return `Lignes ${named.slice(0, -1).join(', ')} et ${named.at(-1)}`;
};

const NAMED = 5;

/** Every error, one a row, for whoever corrects the table. */
export const problemsFile = (problems: Found, today: string): AnswerFile => ({
  name: `import-a-corriger-${today}.csv`,
  mimetype: 'text/csv',
  text: `\uFEFF${stringify(
    problems.map(({ line, problem }) => [
      line,
      problem.field?.name ?? '',
      problem.read,
      spoken(describe({ ...problem, read: '' })),
    ]),
    { header: true, columns: ['ligne', 'colonne', 'lu', 'erreur'], delimiter: ';', escape_formulas: true },
  )}`,
});

const spoken = (spans: readonly Span[]): string =>
  spans
    .map((span) => (typeof span === 'string' ? span : 'text' in span ? span.text : ''))
    .join('')
    .trim();
