import type { Derogation } from '../../../knowledge/register/derogation.ts';
import type { NewDerogation, Revision } from '../../../knowledge/register/store.ts';
import type { Values } from '../../../knowledge/register/validate.ts';
import { fold } from '../../../knowledge/search/text/fold.ts';
import type { Assumed } from '../assumed.ts';
import type { Problem } from '../problem.ts';
import type { Cells } from './read-cells.ts';
import type { Column } from './read-header.ts';

export interface PlannedRevision extends Revision {
  /** The project as the register names it today. */
  readonly projet: string;
}

export interface ImportContext {
  readonly me: string;
  readonly today: string;
  readonly roomId: string;
  /** All derogations of the register of the room. */
  readonly register: readonly Derogation[];
}

/** What one row would do. */
export interface RowRead {
  readonly added?: NewDerogation;
  readonly revision?: PlannedRevision;
  readonly problems: readonly Problem[];
  readonly assumed: readonly Assumed[];
  /** Kinds of columns of which this row would lose a value. */
  readonly lost: readonly Column['kind'][];
}

/** What the rows above have said. */
export interface RowContext extends ImportContext {
  readonly seen: { readonly keys: Set<string>; readonly numbers: Set<number> };
  /** Keys (`sameKey`) of the open derogations of the register. */
  readonly known: ReadonlySet<string>;
}

/** The values of a row, with the deadline under the field that the rule has for it. @param before what the register has */
export const valuesOf = ({ said, deadline }: Cells, before: Values = {}): Values => ({
  ...before,
  ...said,
  ...(deadline === null ? {} : { [(said.regle ?? before.regle) === 'R6' ? 'reexamen' : 'fin']: deadline }),
});

/** Columns of a row that say neither that it is open or closed nor which room it is of: what they say would be lost. */
export const notUnderstood = ({ closed, state, room }: Cells): readonly Column['kind'][] => [
  ...(state === '' || closed || OPEN.test(fold(state)) ? [] : (['state'] as const)),
  ...(room === '' || /^![^\s:]+/.test(room) ? [] : (['room'] as const)),
];

const OPEN = /^(?:ouvert|open|en cours|en vigueur|actif|active|accorde|valide)/;

/** A row that writes nothing. */
export const wrong = (problems: readonly Problem[]): RowRead => ({ problems, assumed: [], lost: [] });
