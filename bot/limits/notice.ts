import type { Answer } from '../../knowledge/answer/answer.ts';

/** Code of the answer given to those who ask too much at once. */
const LIMIT = 'LIMITE';

export type Limited = 'person' | 'room';

/** What was asked beyond `most` in a minute; `unread` = how many messages had no answer, as far as is known. */
export interface Excess {
  readonly limited: Limited;
  readonly most: number;
  readonly unread: number;
}

/** What is said, once, to a person or a room that asks more than `most` times in a minute. */
export const limitNotice = (excess: Excess, asOf: string, corpusVersion: string): Answer => ({
  kind: 'refused',
  code: LIMIT,
  lang: 'fr',
  title: 'Trop de demandes à la fois',
  blocks: [
    { kind: 'paragraph', text: [`${LIMITS[excess.limited](excess.most)} ${howManyUnread(excess.unread)}`] },
  ],
  citations: [],
  notices: [],
  asOf,
  corpusVersion,
  data: { command: 'inconnue', error: LIMIT, unread: excess.unread },
});

const LIMITS: Record<Limited, (most: number) => string> = {
  person: (most) => `Je réponds à ${most} demandes par minute et par personne.`,
  room: (most) => `Je réponds à ${most} demandes par minute dans un même salon.`,
};

const howManyUnread = (unread: number): string =>
  unread === 1
    ? 'Celle-ci n’a pas été lue, ni celles qui la suivraient dans la minute : renvoyez-les ensuite.'
    : `À partir de celle-ci, ${unread} demandes n’ont pas été lues : renvoyez celles qui comptent encore.`;
