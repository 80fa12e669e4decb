import type { Answer, Notice } from '../../../knowledge/answer/answer.ts';
import { NO_SHEET_FACTS, type SaidFacts } from '../../../knowledge/project/facts.ts';
import { applyChanges, type Merged, mergeFacts } from '../../../knowledge/project/merge.ts';
import type { Sheet, SheetChange } from '../../../knowledge/project/sheet.ts';
import { fold } from '../../../knowledge/search/text/fold.ts';
import { echo } from '../../answers.ts';
import type { Asked } from '../../command.ts';
import { causeOf, markOf } from '../../derogation/cause.ts';
import { refuseRoom, refuseWriting } from '../access.ts';
import { refuse, refuseSaid } from '../refuse.ts';
import type { ProjectTools } from '../tools.ts';
import { EXAMPLE, ONE_ROOM_ONE_PROJECT } from '../wording.ts';
import { readSaid } from './read-said.ts';
import { writtenAnswer } from './written.ts';

/** `!projet <faits>`: in words, as `clé=valeur`, or both. */
export const declareLine = async (args: string, asked: Asked, tools: ProjectTools): Promise<Answer> => {
  const { typed, worded, text, problems } = readSaid(args, tools.readFacts);
  if (problems.length > 0) return refuseSaid(asked, tools, 'declarer', problems);
  const said = Object.keys(typed).length + Object.keys(worded).length;
  if (said === 0)
    return refuse(asked, tools, 'declarer', {
      code: 'RIEN_LU',
      explain: [
        `Lu : « ${echo(text)} ». Aucun fait du projet n’y est reconnu. Attendu : des faits en quelques mots, ou clé=valeur.`,
      ],
      example: EXAMPLE,
    });
  const sheet = await tools.store.find(asked.conversation.roomId);
  if (sheet !== null && OTHER_PROJECT.test(fold(text))) return refuseSecond(sheet, asked, tools);
  return declareFacts({ ...worded, ...typed }, asked, tools, !('donnees' in typed));
};

/**
 * Writes what the sheet does not hold, once for a message; what it says otherwise is asked, never written over. Rights
 * are checked here, at the time of writing.
 */
export const declareFacts = async (
  said: SaidFacts,
  asked: Asked,
  tools: ProjectTools,
  listsGrow = true,
): Promise<Answer> => {
  const { store } = tools;
  const { roomId, sender } = asked.conversation;
  const barred = refuseRoom(asked, tools) ?? refuseWriting(asked, tools);
  if (barred !== null) return barred;
  const sheet = await store.find(roomId);
  const cause = causeOf(asked);
  if (await store.hasWritten(roomId, cause)) return alreadyWritten(asked, tools);
  if (sheet !== null && isSecond(sheet, said)) return refuseSecond(sheet, asked, tools);
  const merged = mergeFacts(sheet?.facts ?? NO_SHEET_FACTS, said, listsGrow);
  if (merged.added.length > 0) {
    const next = applyChanges(sheet ?? EMPTY, merged.added);
    const pending = merged.conflicts;
    const revision = { version: sheet?.version ?? null, change: 'declaration', pending, ...next } as const;
    if (!(await store.write(roomId, revision, markOf(asked)))) return refuseStale(asked, tools);
  } else if (merged.conflicts.length > 0 && sheet !== null) {
    const kept = { kind: 'remplacement', version: sheet.version, fields: merged.conflicts } as const;
    await store.keepDraft({ roomId, sender, event: cause, at: asked.now, ...kept });
  }
  return told(sheet === null, merged, asked, tools);
};

/** Somebody else has changed the sheet between its reading and this writing. */
export const refuseStale = (asked: Asked, tools: Pick<ProjectTools, 'corpus'>): Answer =>
  refuse(asked, tools, 'declarer', {
    code: 'CONFLIT',
    explain: ['La fiche a été changée entre-temps ; rien n’a été écrit. Relancez la commande.'],
    example: '!projet faits',
  });

/** The message has written before (it is handled again, or was corrected since): what it did is said again, nothing more is done. */
export const alreadyWritten = async (asked: Asked, tools: ProjectTools): Promise<Answer> => {
  const { roomId, sender, replaces = null } = asked.conversation;
  const history = await tools.store.history(roomId);
  const sheet = await tools.store.find(roomId);
  if (sheet === null)
    return refuse(asked, tools, 'declarer', {
      code: 'FICHE_EFFACEE',
      explain: ['Ce message avait été pris en compte ; la fiche a été effacée depuis.'],
      example: EXAMPLE,
    });
  const draft = await tools.store.draft(roomId, sender);
  const mine = draft?.kind === 'remplacement' && draft.event === causeOf(asked) ? draft.fields : [];
  const title = replaces === null ? 'déjà noté' : 'correction sans effet';
  const notices = replaces === null ? [] : [CORRECTED];
  const state = { sheet, history, added: [], conflicts: mine, notices };
  return writtenAnswer({ action: 'declarer', title, ...state }, asked, tools);
};

const CORRECTED: Notice = {
  code: 'message-modifie',
  text: [
    'Ce message avait déjà été pris en compte : le corriger ne change pas la fiche. Envoyez la correction en nouveau message.',
  ],
};

const told = async (
  opened: boolean,
  { added, conflicts }: Merged,
  asked: Asked,
  tools: ProjectTools,
): Promise<Answer> => {
  const { roomId } = asked.conversation;
  const sheet = await tools.store.find(roomId);
  if (sheet === null) return refuseStale(asked, tools);
  const history = await tools.store.history(roomId);
  const state = { sheet, history, added, conflicts, opened };
  return writtenAnswer(
    { action: 'declarer', title: titleFor(opened, added, conflicts), ...state },
    asked,
    tools,
  );
};

const titleFor = (
  opened: boolean,
  added: readonly SheetChange[],
  conflicts: readonly SheetChange[],
): string => {
  if (opened) return 'ouverte';
  if (conflicts.length > 0) return 'à confirmer';
  return added.length > 0 ? 'notée' : 'rien de nouveau';
};

const EMPTY: Pick<Sheet, 'facts' | 'done'> = { facts: NO_SHEET_FACTS, done: {} };

/** A sheet holds one project: another name is another project. */
const isSecond = ({ facts: { nom } }: Sheet, said: SaidFacts): boolean =>
  nom !== null && typeof said.nom === 'string' && fold(said.nom) !== fold(nom);

const OTHER_PROJECT = /\b(?:un |notre |l')?(?:autre|second|deuxieme|2e|2eme) projet\b/;

const refuseSecond = ({ facts: { nom } }: Sheet, asked: Asked, tools: ProjectTools): Answer => {
  const named = nom === null ? 'd’un projet' : `du projet « ${echo(nom)} »`;
  return refuse(asked, tools, 'declarer', {
    code: 'SECOND_PROJET',
    title: 'Un salon, une fiche',
    explain: [
      `Ce salon tient déjà la fiche ${named} ; rien n’a été écrit. ${ONE_ROOM_ONE_PROJECT} Si le projet a changé de nom :`,
    ],
    example: '!projet remplacer nom="Nouveau nom"',
  });
};
