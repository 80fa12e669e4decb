import { sameKey } from '../../../knowledge/register/changes.ts';
import { deadlineOf } from '../../../knowledge/register/deadline.ts';
import type { NewDerogation } from '../../../knowledge/register/store.ts';
import { validate } from '../../../knowledge/register/validate.ts';
import { entryProblems } from '../add.ts';
import type { Assumed } from '../assumed.ts';
import type { Problem } from '../problem.ts';
import { computedProblems } from './computed.ts';
import { type Cells, readCells } from './read-cells.ts';
import { type Column, readHeader } from './read-header.ts';
import { readTable } from './read-table.ts';
import { namedBy, reviseRow } from './revise-row.ts';
import {
  type ImportContext,
  notUnderstood,
  type PlannedRevision,
  type RowContext,
  type RowRead,
  valuesOf,
  wrong,
} from './row.ts';

/** What an import would write, or everything that is wrong, line by line. */
export interface ImportPlan {
  readonly derogations: readonly NewDerogation[];
  /** Changes of derogations that the register has, which the table names by their numbers. */
  readonly revisions: readonly PlannedRevision[];
  /** Rows that say what the register says already. */
  readonly unchanged: number;
  readonly problems: readonly { readonly line: number; readonly problem: Problem }[];
  /** Columns that are not read, with the number of values in each. */
  readonly leftOut: readonly { readonly name: string; readonly values: number }[];
  /** Days that were read with something decided. */
  readonly assumed: readonly Assumed[];
  /** Rows under the header. */
  readonly rows: number;
}

const NOTHING = { derogations: [], revisions: [], unchanged: 0, leftOut: [], assumed: [] } as const;

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
  const seen = { keys: new Set<string>(), numbers: new Set<number>() };
  const known = new Set(
    context.register.filter(({ state }) => state === 'ouverte').map(({ entry }) => sameKey(entry)),
  );
  const read = rows.map(({ line, cells }) => {
    const row = readRow(cells, columns, { ...context, seen, known });
    return { line, cells, ...row };
  });
  const added = read.flatMap((row) => row.added ?? []);
  const revisions = read.flatMap((row) => row.revision ?? []);
  return {
    derogations: added,
    revisions,
    unchanged: read.filter((row) => row.problems.length === 0).length - added.length - revisions.length,
    problems: read.flatMap((row) => row.problems.map((problem) => ({ line: row.line, problem }))),
    leftOut: columns.flatMap((column, index) => {
      const isLost = ({ cells, lost }: (typeof read)[number]): boolean =>
        (cells[index] ?? '') !== '' && (column.kind === 'left-out' || lost.includes(column.kind));
      const values = read.filter(isLost).length;
      const name = column.kind === 'left-out' ? column.name : (header.cells[index] ?? '');
      return values === 0 ? [] : [{ name, values }];
    }),
    assumed: read.flatMap(({ assumed }) => assumed),
    rows: rows.length,
  };
};

const HEADER_EXAMPLE =
  'une ligne de titres puis une ligne par dérogation, par exemple « projet;regle;accordee » puis « SIRH;R9;2026-03-12 »';

const readRow = (cells: readonly string[], columns: readonly Column[], context: RowContext): RowRead => {
  if (cells.length > columns.length)
    return wrong([{ code: 'CELLULES_EN_TROP', field: null, read: cells.slice(columns.length).join(' | ') }]);
  const row = readCells(cells, columns, context.me);
  const named = namedBy(row, context);
  if ('problem' in named) return wrong([...row.problems, named.problem]);
  return named.found === null ? addRow(row, context) : reviseRow(row, named.found, context);
};

const addRow = (row: Cells, { today, seen, known }: RowContext): RowRead => {
  const problems = [
    ...row.problems,
    ...(row.closed
      ? [{ code: 'LIGNE_CLOSE', field: null, read: `etat=${row.state}`, expected: OPEN_ONLY } as const]
      : []),
  ];
  if (problems.length > 0) return wrong(problems);
  const given = valuesOf(row);
  const validated = validate(given);
  if (!validated.ok) return wrong(entryProblems(given, validated.problems));
  const { entry } = validated;
  const computed = computedProblems(row, entry, null, today);
  if (computed.length > 0) return wrong(computed);
  const key = sameKey(entry);
  const twin = seen.keys.has(key) ? 'DOUBLON_DU_FICHIER' : known.has(key) ? 'DOUBLON_DU_REGISTRE' : null;
  seen.keys.add(key);
  if (twin !== null) return wrong([{ code: twin, field: null, read: `projet=${entry.projet}` }]);
  const added = { entry, due: deadlineOf(entry, today)?.date ?? null };
  return { added, problems: [], assumed: row.assumed, lost: lostOf(row) };
};

/** The register numbers what is new itself; what is no number of its own would be lost. */
const lostOf = (row: Cells): readonly Column['kind'][] => [
  'motif',
  ...(/^\d{0,9}$/.test(row.number) ? [] : (['number'] as const)),
  ...notUnderstood(row),
];

const OPEN_ONLY =
  'ouverte, ou une ligne en moins ; une dérogation finie s’inscrit, puis se clôt par !derogation clore';
