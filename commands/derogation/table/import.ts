import type { Answer, Block } from '../../../knowledge/answer/answer.ts';
import { code, strong } from '../../../knowledge/answer/text.ts';
import { fold } from '../../../knowledge/search/text/fold.ts';
import { paragraph } from '../../answers.ts';
import type { Invocation } from '../../command.ts';
import { refuseWriting } from '../access.ts';
import { causeOf } from '../cause.ts';
import { refuse } from '../refuse.ts';
import type { RegisterTools } from '../tools.ts';
import { confirm } from './confirm.ts';
import { IMPORT_EXAMPLE, refusePlan, rowsOf, tell } from './import-answers.ts';
import { nameOf, planFor } from './plan-for.ts';
import { lossBlocks, previewBlocks } from './preview.ts';
import type { ImportPlan } from './read-rows.ts';
import { unfenced } from './read-table.ts';

/**
 * `importer` with a table pasted under it or attached: says what it would write, line by line, and writes nothing.
 * `importer confirmer` then writes that same table, all or nothing.
 */
export const importTable = async (
  args: string,
  invocation: Invocation,
  tools: RegisterTools,
): Promise<Answer> => {
  const barred = refuseWriting(invocation, tools.access, tools.corpus.version);
  if (barred !== null) return barred;
  const [word = '', hash = ''] = (args.split(/[\r\n]/)[0] ?? '').trim().split(/\s+/);
  if (['confirmer', 'confirme', 'oui', 'ok'].includes(fold(word))) return confirm(hash, invocation, tools);
  const unread = invocation.attachment?.unread;
  if (unread !== undefined)
    return refuse(invocation, tools.corpus.version, 'importer', {
      code: 'FICHIER_NON_LU',
      explain: [UNREAD[unread]],
      example: IMPORT_EXAMPLE,
    });
  const content = unfenced(invocation.attachment?.text ?? invocation.pasted ?? '');
  if (content.trim() === '')
    return refuse(invocation, tools.corpus.version, 'importer', {
      code: 'TABLEAU_ABSENT',
      explain: [
        'Aucun tableau n’a été lu. Attendu : un CSV collé sous la commande, dans le même message, ou un fichier .csv, .xlsx ou .ods de 1 Mio au plus auquel la commande répond ; sa première ligne nomme les colonnes, comme le fait !derogation exporter.',
      ],
      example: IMPORT_EXAMPLE,
    });
  const plan = await planFor(content, invocation, tools);
  if (plan.problems.length > 0) return refusePlan(plan, invocation, tools);
  if (plan.derogations.length + plan.revisions.length === 0)
    return tell(
      invocation,
      tools,
      `Essai d’import : ${rowsOf(plan.rows)}, rien à écrire`,
      [...lossBlocks(plan), ...previewBlocks(plan, invocation.today)],
      { step: 'trial', ...countsOf(plan), hash: null, problems: [], leftOut: plan.leftOut },
    );
  const { roomId, sender, eventId, repliesTo = null } = invocation.conversation;
  const events = [...new Set([causeOf(invocation), eventId, ...(repliesTo === null ? [] : [repliesTo])])];
  const draft = { roomId, sender, content, hash: nameOf(content, plan), at: invocation.now, events };
  await tools.store.keepDraft(draft);
  return tell(
    invocation,
    tools,
    `Essai d’import : ${rowsOf(plan.rows)}, aucune erreur`,
    [
      paragraph(strong('Rien n’est encore écrit.'), ` Empreinte du tableau : `, code(draft.hash), '.'),
      ...encodingBlocks(invocation.attachment),
      ...lossBlocks(plan),
      ...previewBlocks(plan, invocation.today),
      paragraph(
        plan.leftOut.length === 0
          ? `Pour ${verbs(plan)} ces lignes, toutes ensemble : `
          : `Pour ${verbs(plan)} ces lignes sans ces colonnes, toutes ensemble, avec l’empreinte : `,
        code(`!derogation importer confirmer ${draft.hash}`),
        '. Sans confirmation, le tableau est oublié au bout de 24 heures.',
      ),
    ],
    { step: 'trial', ...countsOf(plan), hash: draft.hash, problems: [], leftOut: plan.leftOut },
  );
};

/** Accents show whether the guess is right. */
const encodingBlocks = (attachment: Invocation['attachment']): readonly Block[] =>
  attachment?.encoding === undefined
    ? []
    : [
        paragraph(
          `Le fichier a été lu comme du texte ${attachment.encoding} : vérifiez les accents ci-dessous. S’ils sont faux, enregistrez-le en UTF-8.`,
        ),
      ];

/** Why a file was not read. */
export const UNREAD: Record<NonNullable<NonNullable<Invocation['attachment']>['unread']>, string> = {
  ancien:
    'Le fichier est un tableur d’un format ancien (.xls), ou protégé par un mot de passe : il n’a pas été lu. Attendu : un fichier .xlsx, .ods ou .csv, sans mot de passe.',
  illisible:
    'Le tableur n’a pas pu être lu : il est peut-être endommagé. Attendu : un fichier .xlsx, .ods ou .csv ; enregistrez-le à nouveau.',
};

const verbs = ({ derogations, revisions }: ImportPlan): string =>
  [...(derogations.length > 0 ? ['inscrire'] : []), ...(revisions.length > 0 ? ['changer'] : [])].join(
    ' et ',
  );

const countsOf = ({ rows, revisions, unchanged }: ImportPlan) => ({
  rows,
  revised: revisions.map(({ number }) => number),
  unchanged,
});
