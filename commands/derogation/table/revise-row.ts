import { changesBetween, sameKey } from '../../../knowledge/register/changes.ts';
import { deadlineOf } from '../../../knowledge/register/deadline.ts';
import type { Derogation } from '../../../knowledge/register/derogation.ts';
import { validate } from '../../../knowledge/register/validate.ts';
import { fold } from '../../../knowledge/search/text/fold.ts';
import { echo } from '../../answers.ts';
import { entryProblems } from '../add.ts';
import type { Problem } from '../problem.ts';
import { computedProblems } from './computed.ts';
import type { Cells } from './read-cells.ts';
import { notUnderstood, type RowContext, type RowRead, valuesOf, wrong } from './row.ts';

/**
 * The derogation of the register that a row names by its number, or null for a new one. A number alone may be the first column of
 * any list: without the room, the project must be the same. The number of another room names nothing here.
 */
export const namedBy = (
  { number, room, said }: Cells,
  { register, roomId, seen }: RowContext,
): { readonly found: Derogation | null } | { readonly problem: Problem } => {
  const found = /^\d{1,9}$/.test(number)
    ? register.find((derogation) => derogation.number === Number(number))
    : undefined;
  if (found === undefined || (room !== '' && room !== roomId)) return { found: null };
  const read = `numero=${number}`;
  if (room === '' && typeof said.projet === 'string' && fold(said.projet) !== fold(found.entry.projet))
    return { problem: { code: 'NUMERO_AUTRE_PROJET', field: null, read, expected: otherProject(found) } };
  if (seen.numbers.has(found.number)) return { problem: { code: 'NUMERO_REPETE', field: null, read } };
  seen.numbers.add(found.number);
  return { found };
};

const otherProject = ({ entry, number }: Derogation): string =>
  `« ${echo(entry.projet)} » pour changer le n° ${number} (ou la colonne salon de l’export, pour le renommer), une cellule vide pour inscrire une dérogation nouvelle`;

/** What a row would change of a derogation of the register: columns that the table does not have stay as they are. */
export const reviseRow = (row: Cells, current: Derogation, { today, seen }: RowContext): RowRead => {
  if (row.problems.length > 0) return wrong(row.problems);
  const { entry: before, number, version, state } = current;
  const given = valuesOf(row, before);
  const validated = validate(given);
  if (!validated.ok) return wrong(entryProblems(given, validated.problems));
  const { entry } = validated;
  const computed = computedProblems(row, entry, before, today);
  if (computed.length > 0) return wrong(computed);
  const fields = changesBetween(before, entry);
  const reopened = row.state !== '' && !row.closed;
  const otherMotif = row.motif !== '' && row.motif !== (current.motif ?? '');
  if (state === 'close' && (fields.length > 0 || reopened || otherMotif))
    return wrong([{ code: 'DEJA_CLOSE', field: null, read: `numero=${number}` }]);
  if (state === 'ouverte' && row.closed)
    return wrong([
      {
        code: 'LIGNE_CLOSE',
        field: null,
        read: `numero=${number}, etat=${row.state}`,
        expected: `ouverte, puis !derogation clore ${number} motif="…"`,
      },
    ]);
  seen.keys.add(sameKey(entry));
  const due = deadlineOf(entry, today)?.date ?? null;
  return {
    problems: [],
    assumed: row.assumed,
    lost: [...(state === 'ouverte' ? (['motif'] as const) : []), ...notUnderstood(row)],
    ...(fields.length === 0
      ? {}
      : {
          revision: {
            number,
            version,
            state,
            motif: null,
            change: 'import',
            entry,
            due,
            fields,
            projet: before.projet,
          },
        }),
  };
};
