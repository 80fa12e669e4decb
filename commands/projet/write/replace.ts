import type { Answer } from '../../../knowledge/answer/answer.ts';
import { DAY } from '../../../knowledge/dates/spans.ts';
import { applyChanges, mergeFacts, sameValue } from '../../../knowledge/project/merge.ts';
import type { DutyName, Sheet, SheetChange } from '../../../knowledge/project/sheet.ts';
import type { Asked } from '../../command.ts';
import { causeOf, markOf } from '../../derogation/cause.ts';
import { refuseWriting } from '../access.ts';
import { refuse, refuseSaid } from '../refuse.ts';
import { noSheet } from '../show.ts';
import type { ProjectTools } from '../tools.ts';
import { isFact } from '../values.ts';
import { alreadyWritten, refuseStale } from './declare.ts';
import { readSaid } from './read-said.ts';
import { writtenAnswer } from './written.ts';

/** Epoch milliseconds after which nothing is left to confirm. */
export const CONFIRM_LASTS = DAY;

/** `remplacer`: what the sheet said otherwise, as just asked; `remplacer hebergement=interne`: that, at once. */
export const replaceFacts = async (args: string, asked: Asked, tools: ProjectTools): Promise<Answer> => {
  const { store } = tools;
  const { roomId, sender } = asked.conversation;
  const barred = refuseWriting(asked, tools);
  if (barred !== null) return barred;
  if (await store.hasWritten(roomId, causeOf(asked))) return alreadyWritten(asked, tools);
  const sheet = await store.find(roomId);
  if (sheet === null) return noSheet(asked, tools);
  const { typed, worded, problems } = readSaid(args, tools.readFacts);
  if (problems.length > 0) return refuseSaid(asked, tools, 'remplacer', problems);
  const { added, conflicts } = mergeFacts(sheet.facts, { ...worded, ...typed }, !('donnees' in typed));
  const draft = args === '' ? await store.draft(roomId, sender) : null;
  const isAlive = draft?.kind === 'remplacement' && asked.now - draft.at <= CONFIRM_LASTS;
  const changes = args === '' ? (isAlive ? draft.fields : []) : [...added, ...conflicts];
  if (changes.length === 0) return nothingToReplace(args, asked, tools);
  if (changes.some((change) => !sameValue(keptOf(sheet, change), change.before)))
    return refuseStale(asked, tools);
  const next = applyChanges(sheet, changes);
  const revision = { version: sheet.version, change: 'remplacement', ...next } as const;
  const now = (await store.write(roomId, revision, markOf(asked))) ? await store.find(roomId) : null;
  if (now === null) return refuseStale(asked, tools);
  const history = await store.history(roomId);
  const state = { sheet: now, history, added: next.fields, conflicts: [] };
  return writtenAnswer({ action: 'remplacer', title: 'modifiée', ...state }, asked, tools);
};

/** What the sheet holds of the thing that a change touches. */
export const keptOf = ({ facts, done }: Sheet, { field }: SheetChange) =>
  isFact(field) ? facts[field] : (done[field as DutyName] ?? null);

const nothingToReplace = (args: string, asked: Asked, tools: ProjectTools): Answer =>
  refuse(asked, tools, 'remplacer', {
    code: 'RIEN_A_REMPLACER',
    explain: [
      args === ''
        ? 'Rien ne vous a été demandé dans ce salon depuis un jour, ou c’est déjà remplacé.'
        : 'La fiche dit déjà cela, ou aucun fait n’est reconnu. Attendu : une clé et sa nouvelle valeur.',
    ],
    example: '!projet remplacer hebergement=interne',
  });
