import type { Answer, Block } from '../../../knowledge/answer/answer.ts';
import { code, strong } from '../../../knowledge/answer/text.ts';
import { sameKey } from '../../../knowledge/register/changes.ts';
import { hashOf } from '../../../knowledge/register/hash.ts';
import { fold } from '../../../knowledge/search/text/fold.ts';
import { bullets, frame, paragraph } from '../../answers.ts';
import type { Invocation } from '../../command.ts';
import { howMany } from '../../how-many.ts';
import { refuseWriting } from '../access.ts';
import { causeOf, markOf } from '../cause.ts';
import { refuse } from '../refuse.ts';
import type { RegisterTools } from '../tools.ts';
import { lossBlocks, lossText, previewBlocks } from './preview.ts';
import { kindLine, kindsOf, problemsFile } from './problems.ts';
import { type ImportPlan, planImport } from './read-rows.ts';
import { unfenced } from './read-table.ts';

export const IMPORT_EXAMPLE =
  '!derogation importer\nprojet;regle;accordee;offre_acceptable\nSIRH;R9;2026-03-12;2026-07-31';

/** Kinds of error named in one answer; the rest is counted, and stands in the file. */
const SHOWN = 15;

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
  const { roomId, sender, eventId, repliesTo = null } = invocation.conversation;
  const events = [...new Set([causeOf(invocation), eventId, ...(repliesTo === null ? [] : [repliesTo])])];
  const draft = { roomId, sender, content, hash: hashOf(content), at: invocation.now, events };
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
          ? 'Pour inscrire ces lignes, toutes ensemble : '
          : 'Pour inscrire ces lignes sans ces colonnes, toutes ensemble, avec l’empreinte : ',
        code(`!derogation importer confirmer ${draft.hash}`),
        '. Sans confirmation, le tableau est oublié au bout de 24 heures.',
      ),
    ],
    { step: 'trial', rows: plan.rows, hash: draft.hash, problems: [], leftOut: plan.leftOut },
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

/** The rows are read again: the day or the register may have changed since the dry run. */
const confirm = async (hash: string, invocation: Invocation, tools: RegisterTools): Promise<Answer> => {
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
  // What would be lost is agreed to by naming the table, not by a word said in passing.
  if (plan.leftOut.length > 0 && hash === '')
    return refuse(invocation, corpus.version, 'importer', {
      code: 'PERTE_A_CONFIRMER',
      explain: [lossText(plan), ' Attendu : la confirmation avec l’empreinte du tableau.'],
      example: `!derogation importer confirmer ${draft.hash}`,
    });
  if (plan.problems.length > 0) return refusePlan(plan, invocation, tools);
  return imported(await store.add(roomId, 'import', plan.derogations, markOf(invocation)), invocation, tools);
};

/** Milliseconds after which a dry run is forgotten. */
export const DRAFT_LASTS = 24 * 60 * 60 * 1000;

const planFor = async (content: string, { conversation, today }: Invocation, { store }: RegisterTools) => {
  const open = await store.list([conversation.roomId], { state: 'ouverte', offset: 0, limit: MOST });
  const known = new Set(open.items.map(({ entry }) => sameKey(entry)));
  return planImport(content, { me: conversation.sender, today, known });
};

/** More than any room holds. */
const MOST = 100_000;

const imported = (numbers: readonly number[], invocation: Invocation, tools: RegisterTools): Answer =>
  tell(
    invocation,
    tools,
    `Import : ${howMany(numbers.length, 'dérogation inscrite', 'dérogations inscrites')} au registre de ce salon`,
    [
      paragraph(
        `${numbers.length === 1 ? `Numéro ${numbers[0]}` : `Numéros ${numbers[0]} à ${numbers.at(-1)}`}. La liste : `,
        code('!derogation lister'),
        '.',
      ),
    ],
    { step: 'written', rows: numbers.length, first: numbers[0] ?? null, last: numbers.at(-1) ?? null },
  );

const refusePlan = (plan: ImportPlan, invocation: Invocation, tools: RegisterTools): Answer => {
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

const rowsOf = (rows: number): string => howMany(rows, 'ligne lue', 'lignes lues');

const tell = (
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
