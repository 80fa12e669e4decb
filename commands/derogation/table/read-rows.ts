import { sameKey } from '../../../knowledge/register/changes.ts';
import { deadlineOf } from '../../../knowledge/register/deadline.ts';
import { FIELDS, type Field, fieldNamed } from '../../../knowledge/register/fields.ts';
import { readValue } from '../../../knowledge/register/read-value.ts';
import type { NewDerogation } from '../../../knowledge/register/store.ts';
import { validate } from '../../../knowledge/register/validate.ts';
import { fold } from '../../../knowledge/search/text/fold.ts';
import { entryProblems } from '../add.ts';
import { expectedKey, problemOf } from '../arguments.ts';
import type { Problem } from '../problem.ts';
import { type Row, readTable } from './read-table.ts';

/** What an import would write, or everything that is wrong, line by line. */
export interface ImportPlan {
  readonly derogations: readonly NewDerogation[];
  readonly problems: readonly { readonly line: number; readonly problem: Problem }[];
  /** Columns of an export that say nothing of the derogation itself: not read. */
  readonly ignored: readonly string[];
  /** Rows under the header. */
  readonly rows: number;
}

interface ImportContext {
  readonly me: string;
  readonly today: string;
  /** Keys (`sameKey`) of the open derogations of the register. */
  readonly known: ReadonlySet<string>;
}

/** Columns that the export adds. */
export const EXPORT_ONLY = ['numero', 'etat', 'motif', 'plafond', 'echeance', 'salon'] as const;

export const planImport = (content: string, context: ImportContext): ImportPlan => {
  const table = readTable(content);
  if (!table.ok) {
    const problem = { code: table.error, field: null, read: '', expected: HEADER_EXAMPLE };
    return { derogations: [], problems: [{ line: table.line, problem }], ignored: [], rows: 0 };
  }
  const { header, rows } = table;
  const columns = readHeader(header);
  if (columns.problems.length > 0) {
    const problems = columns.problems.map((problem) => ({ line: header.line, problem }));
    return { derogations: [], problems, ignored: columns.ignored, rows: rows.length };
  }
  const seen = new Set<string>();
  const read = rows.map((row) => ({ line: row.line, ...readRow(row, columns.fields, seen, context) }));
  return {
    derogations: read.flatMap(({ derogation }) => (derogation === null ? [] : [derogation])),
    problems: read.flatMap(({ line, problems }) => problems.map((problem) => ({ line, problem }))),
    ignored: columns.ignored,
    rows: rows.length,
  };
};

const HEADER_EXAMPLE =
  'une ligne de titres puis une ligne par dérogation, par exemple « projet;regle;accordee » puis « SIRH;R9;2026-03-12 »';

interface Columns {
  /** By column; null = ignored. */
  readonly fields: readonly (Field | null)[];
  readonly ignored: readonly string[];
  readonly problems: readonly Problem[];
}

const readHeader = ({ cells }: Row): Columns => {
  const problems: Problem[] = [];
  const ignored: string[] = [];
  const fields = cells.map((cell): Field | null => {
    const field = fieldNamed(cell);
    if (field !== null) return field;
    if (cell === '' || EXPORT_ONLY.some((name) => name === fold(cell))) ignored.push(cell);
    else problems.push({ code: 'COLONNE_INCONNUE', field: null, read: cell, expected: expectedKey(cell) });
    return null;
  });
  for (const field of FIELDS) {
    const count = fields.filter((one) => one === field).length;
    if (count > 1) problems.push({ code: 'COLONNE_REPETEE', field: null, read: field.name });
    if (count === 0 && field.required)
      problems.push({ code: 'COLONNE_MANQUANTE', field: null, read: field.name, expected: HEADER_EXAMPLE });
  }
  // Each name once: a header may repeat one ten thousand times.
  return { fields, problems, ignored: [...new Set(ignored.map(fold))].filter((name) => name !== '') };
};

const readRow = (
  { cells }: Row,
  fields: readonly (Field | null)[],
  seen: Set<string>,
  { me, today, known }: ImportContext,
): { readonly derogation: NewDerogation | null; readonly problems: readonly Problem[] } => {
  const wrong = (problems: readonly Problem[]) => ({ derogation: null, problems });
  if (cells.length > fields.length)
    return wrong([{ code: 'CELLULES_EN_TROP', field: null, read: cells.slice(fields.length).join(' | ') }]);
  const problems: Problem[] = [];
  const values = fields.flatMap((field, index) => {
    if (field === null) return [];
    const typed = cells[index] ?? '';
    // Said once, by `validate`, as a key that is missing.
    if (typed === '' && field.required) return [];
    const result = readValue(field, typed, me);
    if (result.ok) return [[field.name, result.value] as const];
    problems.push(problemOf(result, field, `${field.name}=${typed}`));
    return [];
  });
  const given = Object.fromEntries(values);
  if (problems.length > 0) return wrong(problems);
  const validated = validate(given);
  if (!validated.ok) return wrong(entryProblems(given, validated.problems));
  const { entry } = validated;
  const key = sameKey(entry);
  const twin = seen.has(key) ? 'DOUBLON_DU_FICHIER' : known.has(key) ? 'DOUBLON_DU_REGISTRE' : null;
  seen.add(key);
  return twin === null
    ? { derogation: { entry, due: deadlineOf(entry, today)?.date ?? null }, problems: [] }
    : wrong([{ code: twin, field: null, read: `projet=${entry.projet}` }]);
};
