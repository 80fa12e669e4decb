import { readDay } from '../../../knowledge/dates/read-day.ts';
import type { Entry } from '../../../knowledge/register/derogation.ts';
import { FIELDS } from '../../../knowledge/register/fields.ts';
import { readValue } from '../../../knowledge/register/read-value.ts';
import type { Values } from '../../../knowledge/register/validate.ts';
import type { IsoDate } from '../../../knowledge/rules/time/iso-date.ts';
import { fold } from '../../../knowledge/search/text/fold.ts';
import { assumedOf, problemOf } from '../arguments.ts';
import type { Assumed } from '../assumed.ts';
import type { Problem } from '../problem.ts';
import type { Column } from './read-header.ts';

/** What one row says, before it is known whether it is a new derogation or one of the register. */
export interface Cells {
  /** Values of the columns that the table has; an empty cell is null, which `validate` refuses where a value is required. */
  readonly said: Values;
  /** Value of a column that gives the deadline whatever the rule. */
  readonly deadline: IsoDate | null;
  readonly closed: boolean;
  /** As typed in the column of states, to show it back. */
  readonly state: string;
  /** As typed; empty when there is none. */
  readonly number: string;
  readonly room: string;
  readonly motif: string;
  /** Computed columns that the row fills, as typed. */
  readonly computed: readonly { readonly name: 'plafond' | 'echeance'; readonly typed: string }[];
  readonly problems: readonly Problem[];
  readonly assumed: readonly Assumed[];
}

/** Reads the cells of a row under their columns; what is wrong with one does not keep the others from being read. */
export const readCells = (cells: readonly string[], columns: readonly Column[], me: string): Cells => {
  const problems: Problem[] = [];
  const assumed: Assumed[] = [];
  const said: Record<string, Entry[keyof Entry]> = {};
  const deadlines = new Set<IsoDate>();
  const computed: Cells['computed'][number][] = [];
  const rest = { state: '', number: '', room: '', motif: '' };
  for (const [index, column] of columns.entries()) {
    const typed = cells[index] ?? '';
    if (column.kind === 'field') {
      const { field } = column;
      // Said once, by `validate`, as a key that is missing.
      const result = typed === '' ? ({ ok: true, value: null } as const) : readValue(field, typed, me);
      said[field.name] = result.ok ? result.value : null;
      if (!result.ok) problems.push(problemOf(result, field, `${field.name}=${typed}`));
      else assumed.push(...assumedOf(result, typed));
    } else if (typed === '') continue;
    else if (column.kind === 'computed') computed.push({ name: column.name, typed });
    else if (column.kind === 'deadline') {
      const read = readDay(typed);
      if (!read.ok) problems.push(problemOf(read, FIN, `échéance=${typed}`));
      else {
        deadlines.add(read.date);
        assumed.push(...assumedOf({ ...read, value: read.date }, typed));
      }
    } else if (column.kind !== 'left-out') rest[column.kind] = typed;
  }
  const end = said.regle === 'R6' ? 'reexamen' : 'fin';
  const own = said[end];
  if (typeof own === 'string') deadlines.add(own);
  if (deadlines.size > 1)
    problems.push({
      code: 'ECHEANCE_DOUBLE',
      field: null,
      read: [...deadlines].join(', '),
      expected: 'une seule',
    });
  const [deadline = null] = deadlines;
  return {
    said: said as Values,
    deadline,
    ...rest,
    closed: CLOSED.test(fold(rest.state)),
    computed,
    problems,
    assumed,
  };
};

const CLOSED = /^(?:clo(?:se?|ture)|ferme|termine|fini|closed|abandonne)/;
const FIN = FIELDS.find(({ name }) => name === 'fin') ?? null;
