import { distance } from 'fastest-levenshtein';
import { FIELDS, type Field, fieldNamed } from '../../../knowledge/register/fields.ts';
import { fold } from '../../../knowledge/search/text/fold.ts';
import { expectedKey } from '../arguments.ts';
import type { Problem } from '../problem.ts';
import type { Row } from './read-table.ts';

/** What a column of a table is read as. */
export type Column =
  | { readonly kind: 'field'; readonly field: Field }
  /** The deadline, whatever the rule: the end of the decision, or the review of R6. */
  | { readonly kind: 'deadline' }
  | { readonly kind: 'state' }
  /** Number in the register of the room that the next kind names: together they name a derogation. */
  | { readonly kind: 'number' }
  | { readonly kind: 'room' }
  /** Why a derogation was closed. */
  | { readonly kind: 'motif' }
  /** Computed by the export: read only to see whether somebody has changed it. */
  | { readonly kind: 'computed'; readonly name: 'plafond' | 'echeance' }
  | { readonly kind: 'left-out'; readonly name: string };

export interface Header {
  readonly columns: readonly Column[];
  readonly problems: readonly Problem[];
}

/** What each column is, and what is wrong with the titles. A name near to a key is a slip, any other is left out. */
export const readHeader = ({ cells }: Row, example: string): Header => {
  const names = cells.map(plain);
  const ours = names.includes('plafond');
  const columns = cells.map((cell, index) => columnOf(cell, index, ours));
  const repeated = [...FIELDS.map(({ name }) => name), ...OWN.keys(), ...STATES].filter(
    (name) => cells.filter((cell, at) => nameOf(cell, columns[at]) === name).length > 1,
  );
  const given = new Set(columns.flatMap((column) => (column.kind === 'field' ? [column.field.name] : [])));
  return {
    columns,
    problems: [
      ...columns.flatMap((column): Problem[] => {
        if (column.kind !== 'left-out') return [];
        const expected = expectedKey(column.name);
        const near = !expected.includes(',') && distance(plain(column.name), expected) <= 2;
        return near ? [{ code: 'COLONNE_INCONNUE', field: null, read: column.name, expected }] : [];
      }),
      ...repeated.map((read): Problem => ({ code: 'COLONNE_REPETEE', field: null, read })),
      ...FIELDS.filter(({ name, required }) => required && !given.has(name)).map(
        ({ name: read }): Problem => ({ code: 'COLONNE_MANQUANTE', field: null, read, expected: example }),
      ),
    ],
  };
};

const columnOf = (cell: string, index: number, ours: boolean): Column => {
  const name = plain(cell);
  if (!ours && DEADLINE.has(name)) return { kind: 'deadline' };
  const field = fieldNamed(cell);
  if (field !== null) return { kind: 'field', field };
  if (STATES.includes(name)) return { kind: 'state' };
  const own = OWN.get(name);
  if (own !== undefined) return own;
  return { kind: 'left-out', name: cell === '' ? `colonne ${index + 1}, sans titre` : cell };
};

const nameOf = (cell: string, column: Column | undefined): string =>
  column?.kind === 'field' ? column.field.name : plain(cell);

const plain = (cell: string): string =>
  fold(cell)
    .replace(/[\s'-]+/g, '_')
    .replace(/^_|_$/g, '');

/** Columns of the export that are no field. */
const OWN: ReadonlyMap<string, Column> = new Map([
  ['numero', { kind: 'number' }],
  ['salon', { kind: 'room' }],
  ['motif', { kind: 'motif' }],
  ['plafond', { kind: 'computed', name: 'plafond' }],
  ['echeance', { kind: 'computed', name: 'echeance' }],
]);
const STATES: readonly string[] = ['etat', 'statut'];
const DEADLINE = new Set([
  'echeance',
  'date_echeance',
  'date_d_echeance',
  'deadline',
  'date_limite',
  'date_de_fin',
  'fin_de_derogation',
  'expiration',
]);
