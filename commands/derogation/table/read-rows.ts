import { readDay } from '../../../knowledge/dates/read-day.ts';
import { sameKey } from '../../../knowledge/register/changes.ts';
import { deadlineOf } from '../../../knowledge/register/deadline.ts';
import { FIELDS } from '../../../knowledge/register/fields.ts';
import { readValue } from '../../../knowledge/register/read-value.ts';
import type { NewDerogation } from '../../../knowledge/register/store.ts';
import { validate } from '../../../knowledge/register/validate.ts';
import type { IsoDate } from '../../../knowledge/rules/time/iso-date.ts';
import { fold } from '../../../knowledge/search/text/fold.ts';
import { entryProblems } from '../add.ts';
import { assumedOf, problemOf } from '../arguments.ts';
import type { Assumed } from '../assumed.ts';
import type { Problem } from '../problem.ts';
import { type Column, readHeader } from './read-header.ts';
import { type Row, readTable } from './read-table.ts';

/** What an import would write, or everything that is wrong, line by line. */
export interface ImportPlan {
  readonly derogations: readonly NewDerogation[];
  readonly problems: readonly { readonly line: number; readonly problem: Problem }[];
  /** Columns that are not read, with the number of values in each. */
  readonly leftOut: readonly { readonly name: string; readonly values: number }[];
  /** Days that were read with something decided. */
  readonly assumed: readonly Assumed[];
  /** Rows under the header. */
  readonly rows: number;
}

interface ImportContext {
  readonly me: string;
  readonly today: string;
  /** Keys (`sameKey`) of the open derogations of the register. */
  readonly known: ReadonlySet<string>;
}

const NOTHING = { derogations: [], leftOut: [], assumed: [] } as const;

export const planImport = (content: string, context: ImportContext): ImportPlan => {
  const table = readTable(content);
  if (!table.ok) {
    const problem = { code: table.error, field: null, read: '', expected: HEADER_EXAMPLE };
    return { ...NOTHING, problems: [{ line: table.line, problem }], rows: 0 };
  }
  const { header, rows } = table;
  const { columns, problems } = readHeader(header, HEADER_EXAMPLE);
  if (problems.length > 0)
    return {
      ...NOTHING,
      problems: problems.map((problem) => ({ line: header.line, problem })),
      rows: rows.length,
    };
  const seen = new Set<string>();
  const read = rows.map((row) => ({ line: row.line, ...readRow(row, columns, seen, context) }));
  return {
    derogations: read.flatMap(({ derogation }) => (derogation === null ? [] : [derogation])),
    problems: read.flatMap(({ line, problems }) => problems.map((problem) => ({ line, problem }))),
    leftOut: columns.flatMap((column, index) => {
      if (column.kind !== 'left-out') return [];
      const values = rows.filter(({ cells }) => (cells[index] ?? '') !== '').length;
      return values === 0 ? [] : [{ name: column.name, values }];
    }),
    assumed: read.flatMap(({ assumed }) => assumed),
    rows: rows.length,
  };
};

const HEADER_EXAMPLE =
  'une ligne de titres puis une ligne par dérogation, par exemple « projet;regle;accordee » puis « SIRH;R9;2026-03-12 »';

interface RowRead {
  readonly derogation: NewDerogation | null;
  readonly problems: readonly Problem[];
  readonly assumed: readonly Assumed[];
}

const readRow = (
  { cells }: Row,
  columns: readonly Column[],
  seen: Set<string>,
  { me, today, known }: ImportContext,
): RowRead => {
  const assumed: Assumed[] = [];
  const wrong = (problems: readonly Problem[]): RowRead => ({ derogation: null, problems, assumed: [] });
  if (cells.length > columns.length)
    return wrong([{ code: 'CELLULES_EN_TROP', field: null, read: cells.slice(columns.length).join(' | ') }]);
  const problems: Problem[] = [];
  const deadlines: IsoDate[] = [];
  const values = columns.flatMap((column, index) => {
    const typed = cells[index] ?? '';
    if (column.kind === 'state' && CLOSED.test(fold(typed)))
      problems.push({ code: 'LIGNE_CLOSE', field: null, read: `etat=${typed}`, expected: OPEN_ONLY });
    if (column.kind === 'deadline' && typed !== '') {
      const read = readDay(typed);
      if (!read.ok) problems.push(problemOf(read, FIN, `échéance=${typed}`));
      else {
        deadlines.push(read.date);
        assumed.push(...assumedOf({ ...read, value: read.date }, typed));
      }
    }
    if (column.kind !== 'field') return [];
    const { field } = column;
    // Said once, by `validate`, as a key that is missing.
    if (typed === '' && field.required) return [];
    const result = readValue(field, typed, me);
    if (!result.ok) problems.push(problemOf(result, field, `${field.name}=${typed}`));
    else {
      assumed.push(...assumedOf(result, typed));
      return [[field.name, result.value] as const];
    }
    return [];
  });
  const said = Object.fromEntries(values);
  const end = said.regle === 'R6' ? 'reexamen' : 'fin';
  const ends = new Set([...deadlines, ...(typeof said[end] === 'string' ? [said[end]] : [])]);
  if (ends.size > 1)
    problems.push({
      code: 'ECHEANCE_DOUBLE',
      field: null,
      read: [...ends].join(', '),
      expected: 'une seule',
    });
  const [deadline] = deadlines;
  const given = deadline === undefined ? said : { ...said, [end]: deadline };
  if (problems.length > 0) return wrong(problems);
  const validated = validate(given);
  if (!validated.ok) return wrong(entryProblems(given, validated.problems));
  const { entry } = validated;
  const key = sameKey(entry);
  const twin = seen.has(key) ? 'DOUBLON_DU_FICHIER' : known.has(key) ? 'DOUBLON_DU_REGISTRE' : null;
  seen.add(key);
  return twin === null
    ? { derogation: { entry, due: deadlineOf(entry, today)?.date ?? null }, problems: [], assumed }
    : wrong([{ code: twin, field: null, read: `projet=${entry.projet}` }]);
};

const CLOSED = /^(?:clo(?:se?|ture)|ferme|termine|fini|closed|abandonne)/;
const OPEN_ONLY =
  'ouverte, ou une ligne en moins ; une dérogation finie s’inscrit, puis se clôt par !derogation clore';
const FIN = FIELDS.find(({ name }) => name === 'fin') ?? null;
