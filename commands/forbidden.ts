import type { Answer } from '../knowledge/answer/answer.ts';
import { code } from '../knowledge/answer/text.ts';
import { type Frame, paragraph } from './answers.ts';
import type { Command, Right } from './command.ts';
import { ELSEWHERE, REFUSALS, STRANGER } from './wording-aide.ts';

/** Whether somebody may run a command; if not, because of who he is, of his right, or of the place. */
export type Permission = 'granted' | 'external' | 'right' | 'place';

/** What somebody is told who may not run a command. */
export const forbidden = (
  { name, right }: Pick<Command, 'name' | 'right'>,
  why: Exclude<Permission, 'granted'>,
  common: Frame,
): Answer => ({
  ...common,
  kind: 'refused',
  code: CODES[why],
  title: why === 'place' ? 'Pas dans ce salon' : 'Droit insuffisant',
  blocks: [paragraph('La commande ', code(`!${name}`), ` ${SENTENCES[why](right)}`)],
  notices: [],
  citations: [],
  data: { command: name, error: CODES[why] },
});

const CODES: Record<Exclude<Permission, 'granted'>, string> = {
  external: 'EXTERNE',
  right: 'DROIT',
  place: 'SALON',
};

const SENTENCES: Record<Exclude<Permission, 'granted'>, (right: Right) => string> = {
  external: () => STRANGER,
  right: (right) => REFUSALS[right],
  place: () => ELSEWHERE,
};
