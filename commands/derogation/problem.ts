import { shortDate } from '../../knowledge/answer/dates.ts';
import { code, type Span } from '../../knowledge/answer/text.ts';
import type { Regle } from '../../knowledge/register/derogation.ts';
import { concerns, FIELDS, type Field } from '../../knowledge/register/fields.ts';
import type { IsoDate } from '../../knowledge/rules/time/iso-date.ts';
import { echo } from '../answers.ts';
import { EXAMPLE, EXPECTED } from './wording.ts';
import { PROBLEM, type ProblemCode } from './wording-problems.ts';

/** Something wrong in what was typed or in a row of a table. */
export interface Problem {
  readonly code: ProblemCode;
  /** Field concerned, or null when none is. */
  readonly field: Field | null;
  /** What was read. */
  readonly read: string;
  /** What was expected instead, when the field does not say it. */
  readonly expected?: string;
  /** Days that what was read may mean. */
  readonly readings?: readonly IsoDate[];
}

/** What was read, what is wrong, what was expected, with something to copy. */
export const describe = ({ code: problem, field, read, expected, readings = [] }: Problem): Span[] => {
  const shown = echo(read);
  return [
    ...(shown === '' ? [] : ['Lu : ', code(shown), '. ']),
    PROBLEM[problem],
    ...(readings.length === 0 ? [] : [` Lectures possibles : ${readings.map(shortDate).join(' ou ')}.`]),
    ...(expected === undefined ? [] : [` Attendu : ${expected}.`]),
    ...(expected === undefined && field !== null ? expectation(field, problem) : []),
  ];
};

/** Keys that have an object for a rule, for the messages. */
export const keysFor = (regle: Regle): string =>
  FIELDS.filter((field) => concerns(field, regle))
    .map(({ name }) => name)
    .join(', ');

const expectation = ({ kind, name, required }: Field, problem: ProblemCode): Span[] => {
  const unknown = required ? '' : `, ou ${name}=? si la valeur n’est pas connue`;
  if (problem === 'CLE_SANS_OBJET' || problem === 'CLE_REPETEE') return [];
  if (problem === 'FIN_AVANT_DECISION')
    return [' Attendu : une fin postérieure à la date de ', code('accordee'), '.'];
  return [
    ` Attendu : ${EXPECTED[kind]}${unknown}. Par exemple `,
    code(`${name}=${quoted(EXAMPLE[name])}`),
    '.',
    ...(problem === 'DATE_AMBIGUE' ? [CELL_FORMAT] : []),
  ];
};

/** Spreadsheets shorten the year when they save: the cell decides. */
const CELL_FORMAT =
  ' Dans un tableur, donnez à la colonne le format de date AAAA-MM-JJ (ou JJ/MM/AAAA) avant d’enregistrer.';

const quoted = (value: string): string => (value.includes(' ') ? `"${value}"` : value);
