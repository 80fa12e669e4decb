import type { Answer } from '../../knowledge/answer/answer.ts';
import { code } from '../../knowledge/answer/text.ts';
import type { Derogation } from '../../knowledge/register/derogation.ts';
import { frame, paragraph } from '../answers.ts';
import type { AskedIn } from '../command.ts';
import type { RegisterAccess } from '../derogation/access.ts';
import { REFUSED } from './wording.ts';

/** Whether this person may settle things for the whole room: its moderators and the configured writers. */
export const mayDecide = (
  { conversation: { right, room, sender } }: AskedIn,
  { writers }: RegisterAccess,
): boolean => right !== 'everyone' || room === 'console' || writers.includes(sender);

/** Whether this person may silence a derogation: the one who answers for it, and those who may decide. */
export const maySilence = (asked: AskedIn, access: RegisterAccess, { entry }: Derogation): boolean =>
  entry.responsable === asked.conversation.sender || mayDecide(asked, access);

export const refuseRight = (
  { today }: AskedIn,
  corpusVersion: string,
  command: string,
  text: string,
): Answer => ({
  ...frame({ today }, corpusVersion),
  kind: 'refused',
  code: 'DROIT',
  title: REFUSED.settingsTitle,
  blocks: [paragraph(text), paragraph('Détail des droits : ', code(`!aide ${command}`), '.')],
  notices: [],
  citations: [],
  data: { command, error: 'DROIT' },
});
