import type { Answer } from '../../knowledge/answer/answer.ts';
import { code } from '../../knowledge/answer/text.ts';
import { frame, paragraph } from '../answers.ts';
import type { Invocation } from '../command.ts';
import { ROOM } from '../derogation/wording.ts';
import type { ProjectTools } from './tools.ts';

type Asked = Pick<Invocation, 'today' | 'conversation'>;

/** Why no sheet is shown or kept here, or null where it is: as for the register, nothing is asked of a room open to others. */
export const refuseRoom = (invocation: Asked, { corpus }: Pick<ProjectTools, 'corpus'>): Answer | null => {
  const reason = ROOM[invocation.conversation.room];
  return reason === null
    ? null
    : refusal(invocation, corpus.version, 'SALON_EXPOSE', 'Pas de fiche de projet dans ce salon', [
        `La fiche d’un projet ne s’ouvre pas ici : ${reason} N’y écrivez pas ce que la fiche contiendrait.`,
        'Invitez le robot dans un salon privé de l’équipe du projet, et relancez-y la commande.',
      ]);
};

/** Whether this person may write here now. Rights are those of the instant of the message. */
export const mayWrite = (
  { conversation: { right, room, sender } }: Asked,
  { writers }: ProjectTools['access'],
): boolean => right !== 'everyone' || room === 'console' || writers.includes(sender);

/** Why this person may not write here now, or null. */
export const refuseWriting = (
  invocation: Asked,
  { access, corpus }: Pick<ProjectTools, 'access' | 'corpus'>,
): Answer | null =>
  mayWrite(invocation, access)
    ? null
    : refusal(invocation, corpus.version, 'DROIT', 'Droit insuffisant', [
        'Écrire dans la fiche du projet est réservé aux modérateurs de ce salon (niveau de pouvoir 50 au moins) et aux personnes désignées dans la configuration du robot. Rien n’a été écrit.',
        'Demandez à une personne qui modère le salon de lancer la commande.',
      ]);

const refusal = (
  invocation: Asked,
  corpusVersion: string,
  error: string,
  title: string,
  lines: readonly string[],
): Answer => ({
  ...frame(invocation, corpusVersion),
  kind: 'refused',
  code: error,
  title,
  blocks: [
    ...lines.map((line) => paragraph(line)),
    paragraph('Détail des droits : ', code('!aide projet'), '.'),
  ],
  notices: [],
  citations: [],
  data: { command: 'projet', error },
});
