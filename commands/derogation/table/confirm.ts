import type { Answer } from '../../../knowledge/answer/answer.ts';
import { code } from '../../../knowledge/answer/text.ts';
import { DAY } from '../../../knowledge/dates/spans.ts';
import type { ImportedNumbers } from '../../../knowledge/register/store.ts';
import { fold } from '../../../knowledge/search/text/fold.ts';
import { paragraph } from '../../answers.ts';
import type { Invocation } from '../../command.ts';
import { howMany } from '../../how-many.ts';
import { causeOf, markOf } from '../cause.ts';
import { refuse } from '../refuse.ts';
import type { RegisterTools } from '../tools.ts';
import { IMPORT_EXAMPLE, refusePlan, tell } from './import-answers.ts';
import { nameOf, planFor } from './plan-for.ts';
import { lossText, numbersText } from './preview.ts';

/** `importer confirmer`: the rows are read again, for the day or the register may have changed since the dry run. */
export const confirm = async (
  hash: string,
  invocation: Invocation,
  tools: RegisterTools,
): Promise<Answer> => {
  const { store, corpus } = tools;
  const { roomId, sender } = invocation.conversation;
  const already = await store.writtenBy(roomId, causeOf(invocation));
  if (already !== null) return imported(already, invocation, tools);
  const draft = await store.draft(roomId, sender);
  if (
    draft === null ||
    draft.offered !== undefined ||
    invocation.now - draft.at > DRAFT_LASTS ||
    (hash !== '' && fold(hash) !== draft.hash)
  )
    return refuse(invocation, corpus.version, 'importer', {
      code: 'RIEN_A_CONFIRMER',
      explain: [
        draft === null || draft.offered !== undefined || hash === ''
          ? 'Aucun essai d’import de moins de 24 heures ne vous attend dans ce salon. Collez d’abord le tableau sous la commande.'
          : `Lu : l’empreinte ${hash.slice(0, 16)}. Attendu : celle de votre dernier essai, ${draft.hash}.`,
      ],
      example: IMPORT_EXAMPLE,
    });
  const plan = await planFor(draft.content, invocation, tools);
  // What would be lost or replaced is agreed to by naming the table, not by a word said in passing.
  if (hash === '' && plan.leftOut.length + plan.revisions.length > 0)
    return refuse(invocation, corpus.version, 'importer', {
      code: plan.leftOut.length > 0 ? 'PERTE_A_CONFIRMER' : 'CHANGEMENT_A_CONFIRMER',
      explain: [
        ...(plan.leftOut.length > 0 ? [lossText(plan), ' '] : []),
        ...(plan.revisions.length > 0
          ? [`À changer : ${numbersText(plan.revisions.map(({ number }) => number))}. `]
          : []),
        'Attendu : la confirmation avec l’empreinte du tableau.',
      ],
      example: `!derogation importer confirmer ${draft.hash}`,
    });
  if (plan.problems.length > 0) return refusePlan(plan, invocation, tools);
  const { derogations: added, revisions: revised } = plan;
  const written =
    nameOf(draft.content, plan) === draft.hash
      ? await store.importTable(roomId, { added, revised }, markOf(invocation))
      : null;
  return imported(written, invocation, tools);
};

/** Milliseconds after which a dry run is forgotten. */
export const DRAFT_LASTS = DAY;

const imported = (written: ImportedNumbers | null, invocation: Invocation, tools: RegisterTools): Answer => {
  if (written === null)
    return refuse(invocation, tools.corpus.version, 'importer', {
      code: 'REGISTRE_CHANGE',
      explain: [
        'Le registre a changé depuis l’essai, et rien n’a été écrit. Refaites l’essai avec le même tableau : il montrera ce qui serait changé aujourd’hui.',
      ],
      example: IMPORT_EXAMPLE,
    });
  const { added, revised } = written;
  const done = [
    ...(added.length > 0 ? [howMany(added.length, 'dérogation inscrite', 'dérogations inscrites')] : []),
    ...(revised.length > 0
      ? [
          howMany(
            revised.length,
            added.length > 0 ? 'changée' : 'dérogation changée',
            added.length > 0 ? 'changées' : 'dérogations changées',
          ),
        ]
      : []),
  ];
  return tell(
    invocation,
    tools,
    `Import : ${done.join(' et ')} au registre de ce salon`,
    [
      paragraph(
        [
          ...(added.length > 0 ? [`Inscrites : ${numbersText(added)}.`] : []),
          ...(revised.length > 0 ? [`Changées : ${numbersText(revised)}.`] : []),
        ].join(' '),
        ' La liste : ',
        code('!derogation lister'),
        '.',
      ),
    ],
    {
      step: 'written',
      rows: added.length + revised.length,
      first: added[0] ?? null,
      last: added.at(-1) ?? null,
      revised,
    },
  );
};
