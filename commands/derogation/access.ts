import type { Answer } from '../../knowledge/answer/answer.ts';
import { code } from '../../knowledge/answer/text.ts';
import type { Rooms } from '../../knowledge/register/store.ts';
import { frame, paragraph } from '../answers.ts';
import type { Invocation } from '../command.ts';
import { ROOM } from './wording.ts';

/** Who may do what with the registers, beyond the rights of each room. */
export interface RegisterAccess {
  /** Matrix ids that may write in the register of any room they are in. */
  readonly writers: readonly string[];
  /** Rooms that see the registers of others, besides their own. */
  readonly views: readonly { readonly room: string; readonly rooms: Rooms }[];
}

/** Each room sees its own register, and moderators write. */
export const OWN_ONLY: RegisterAccess = { writers: [], views: [] };

type Asked = Pick<Invocation, 'today' | 'conversation'>;

/** Rooms whose registers a room may read, its own first. */
export const roomsSeen = ({ views }: RegisterAccess, roomId: string): Rooms => {
  const seen = views.filter(({ room }) => room === roomId).map(({ rooms }) => rooms);
  return seen.includes('all') ? 'all' : [...new Set([roomId, ...seen.flat()])];
};

/** Why no register is shown or kept here, or null where it is. */
export const refuseRoom = (invocation: Asked, corpusVersion: string): Answer | null => {
  const reason = ROOM[invocation.conversation.room];
  return reason === null
    ? null
    : refusal(invocation, corpusVersion, 'SALON_EXPOSE', 'Pas de registre dans ce salon', [
        `Le registre des dérogations ne s’ouvre pas ici : ${reason}`,
        'Invitez le robot dans un salon privé de l’équipe du projet, et relancez-y la commande.',
      ]);
};

/** Why this person may not write here now, or null. Rights are those of the instant of the message. */
export const refuseWriting = (
  invocation: Asked,
  { writers }: RegisterAccess,
  corpusVersion: string,
): Answer | null => {
  const { right, room, sender } = invocation.conversation;
  return right !== 'everyone' || room === 'console' || writers.includes(sender)
    ? null
    : refusal(invocation, corpusVersion, 'DROIT', 'Droit insuffisant', [
        'Écrire dans le registre est réservé aux modérateurs de ce salon (niveau de pouvoir 50 au moins) et aux personnes désignées dans la configuration du robot. Rien n’a été écrit.',
        'Demandez à une personne qui modère le salon de lancer la commande.',
      ]);
};

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
    paragraph('Détail des droits : ', code('!aide derogation'), '.'),
  ],
  notices: [],
  citations: [],
  data: { command: 'derogation', error },
});
