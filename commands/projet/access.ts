import type { Answer } from '../../knowledge/answer/answer.ts';
import type { AskedIn } from '../command.ts';
import { mayWrite, refusal, writingRefused } from '../derogation/access.ts';
import { ROOM } from '../derogation/wording.ts';
import type { ProjectTools } from './tools.ts';

/** Why no sheet is shown or kept here, or null where it is: as for the register, nothing is asked of a room open to others. */
export const refuseRoom = (invocation: AskedIn, { corpus }: Pick<ProjectTools, 'corpus'>): Answer | null => {
  const reason = ROOM[invocation.conversation.room];
  return reason === null
    ? null
    : refusal('projet', invocation, corpus.version, 'SALON_EXPOSE', 'Pas de fiche de projet dans ce salon', [
        `La fiche d’un projet ne s’ouvre pas ici : ${reason} N’y écrivez pas ce que la fiche contiendrait.`,
        'Invitez le robot dans un salon privé de l’équipe du projet, et relancez-y la commande.',
      ]);
};

/** Why this person may not write here now, or null. */
export const refuseWriting = (
  invocation: AskedIn,
  { access, corpus }: Pick<ProjectTools, 'access' | 'corpus'>,
): Answer | null =>
  mayWrite(invocation, access)
    ? null
    : writingRefused('projet', 'la fiche du projet', invocation, corpus.version);
