import type { Answer, Block } from '../../../knowledge/answer/answer.ts';
import { bullets, frame, paragraph } from '../../answers.ts';
import type { Invocation } from '../../command.ts';
import { howMany } from '../../how-many.ts';
import { refuse } from '../refuse.ts';
import type { RegisterTools } from '../tools.ts';
import { kindLine, kindsOf, problemsFile } from './problems.ts';
import type { ImportPlan } from './read-rows.ts';

export const IMPORT_EXAMPLE =
  '!derogation importer\nprojet;regle;accordee;offre_acceptable\nSIRH;R9;2026-03-12;2026-07-31';

/** Kinds of error named in one answer; the rest is counted, and stands in the file. */
const SHOWN = 15;

/** A table of which nothing is written: each kind of error once, all of them in a file. */
export const refusePlan = (plan: ImportPlan, invocation: Invocation, tools: RegisterTools): Answer => {
  const lines = new Set(plan.problems.map(({ line }) => line));
  const kinds = kindsOf(plan.problems);
  const answer = refuse(invocation, tools.corpus.version, 'importer', {
    code: 'TABLEAU_A_CORRIGER',
    explain: ['Rien n’a été écrit. Corrigez ces lignes, puis collez à nouveau le tableau entier.'],
    example: IMPORT_EXAMPLE,
  });
  return {
    ...answer,
    title: `Essai d’import : ${rowsOf(plan.rows)}, ${lines.size} à corriger`,
    blocks: [
      bullets(kinds.slice(0, SHOWN).map(kindLine)),
      ...(kinds.length > SHOWN
        ? [
            paragraph(
              `Et ${howMany(kinds.length - SHOWN, 'autre sorte d’erreur', 'autres sortes d’erreur')}.`,
            ),
          ]
        : []),
      ...answer.blocks,
    ],
    data: {
      command: 'derogation',
      action: 'importer',
      error: 'TABLEAU_A_CORRIGER',
      rows: plan.rows,
      problems: plan.problems.map(({ line, problem }) => ({
        line,
        code: problem.code,
        field: problem.field?.name ?? null,
      })),
    },
    ...(plan.problems.length > kinds.length || kinds.length > SHOWN
      ? { file: problemsFile(plan.problems, invocation.today) }
      : {}),
  };
};

/** « 3 lignes lues ». */
export const rowsOf = (rows: number): string => howMany(rows, 'ligne lue', 'lignes lues');

/** An answer about an import. */
export const tell = (
  invocation: Invocation,
  tools: RegisterTools,
  title: string,
  blocks: readonly Block[],
  data: object,
): Answer => ({
  ...frame(invocation, tools.corpus.version),
  kind: 'dialogue',
  title,
  blocks,
  notices: [],
  citations: [],
  data: { command: 'derogation', action: 'importer', ...data },
});
