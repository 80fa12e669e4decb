import type { Answer } from '../../knowledge/answer/answer.ts';
import { code } from '../../knowledge/answer/text.ts';
import type { Rooms } from '../../knowledge/register/store.ts';
import { frame, paragraph } from '../answers.ts';
import type { AskedIn } from '../command.ts';
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

/** Rooms whose registers a room may read, its own first. */
export const roomsSeen = ({ views }: RegisterAccess, roomId: string): Rooms => {
  const seen = views.filter(({ room }) => room === roomId).map(({ rooms }) => rooms);
  return seen.includes('all') ? 'all' : [...new Set([roomId, ...seen.flat()])];
};

/** Why no register is shown or kept here, or null where it is. */
export const refuseRoom = (invocation: AskedIn, corpusVersion: string): Answer | null => {
  const reason = ROOM[invocation.conversation.room];
  return reason === null
    ? null
    : refusal('derogation', invocation, corpusVersion, 'SALON_EXPOSE', 'Pas de registre dans ce salon', [
        `Le registre des dérogations ne s’ouvre pas ici : ${reason}`,
        'Invitez le robot dans un salon privé de l’équipe du projet, et relancez-y la commande.',
      ]);
};

/** Whether this person may write here now. Rights are those of the instant of the message. */
export const mayWrite = (
  { conversation: { right, room, sender } }: AskedIn,
  { writers }: Pick<RegisterAccess, 'writers'>,
): boolean => right !== 'everyone' || room === 'console' || writers.includes(sender);

/** Why this person may not write here now, or null. */
export const refuseWriting = (
  invocation: AskedIn,
  access: RegisterAccess,
  corpusVersion: string,
): Answer | null =>
  mayWrite(invocation, access)
    ? null
    : writingRefused('derogation', 'le registre', invocation, corpusVersion);

/** @param where the sentence says so: « le registre » */
export const writingRefused = (
  command: KeepingCommand,
  where: string,
  invocation: AskedIn,
  corpusVersion: string,
): Answer =>
  refusal(command, invocation, corpusVersion, 'DROIT', 'Droit insuffisant', [
    `Écrire dans ${where} est réservé aux modérateurs de ce salon (niveau de pouvoir 50 au moins) et aux personnes désignées dans la configuration du robot. Rien n’a été écrit.`,
    'Demandez à une personne qui modère le salon de lancer la commande.',
  ]);

/** Commands that keep what a room declares, with the same rights. */
type KeepingCommand = 'derogation' | 'projet';

/** A refusal by the rights of a room, with the help that tells them. */
export const refusal = (
  command: KeepingCommand,
  invocation: AskedIn,
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
    paragraph('Détail des droits : ', code(`!aide ${command}`), '.'),
  ],
  notices: [],
  citations: [],
  data: { command, error },
});
