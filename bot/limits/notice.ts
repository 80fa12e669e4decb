import type { Answer } from '../../knowledge/answer/answer.ts';

/** Code of the answer given to those who ask too much at once. */
const LIMIT = 'LIMITE';

export type Limited = 'person' | 'room';

/** What is said, once, to a person or a room that asks more than `most` times in a minute. */
export const limitNotice = (limited: Limited, most: number, asOf: string, corpusVersion: string): Answer => ({
  kind: 'refused',
  code: LIMIT,
  lang: 'fr',
  title: 'Trop de demandes à la fois',
  blocks: [{ kind: 'paragraph', text: [SENTENCES[limited](most)] }],
  citations: [],
  notices: [],
  asOf,
  corpusVersion,
  data: { command: 'inconnue', error: LIMIT },
});

const SENTENCES: Record<Limited, (most: number) => string> = {
  person: (most) =>
    `Je réponds à ${most} demandes par minute et par personne. Les suivantes restent sans réponse : renvoyez-les dans une minute.`,
  room: (most) =>
    `Je réponds à ${most} demandes par minute dans un même salon. Les suivantes restent sans réponse : renvoyez-les dans une minute.`,
};
