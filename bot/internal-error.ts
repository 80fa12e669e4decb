import type { Answer } from '../knowledge/answer/answer.ts';
import { code } from '../knowledge/answer/text.ts';

/** Code of the answer given when the program itself failed. */
const BREAKDOWN = 'PANNE';

/** What a user is told when the program failed: not his doing, what to do, and the reference of the log line. */
export const breakdown = (reference: string, today: string, corpusVersion: string): Answer => ({
  kind: 'refused',
  code: BREAKDOWN,
  lang: 'fr',
  title: 'Panne',
  blocks: [
    {
      kind: 'paragraph',
      text: [
        'Votre message a été lu, mais une erreur du robot empêche d’y répondre. Réessayez dans quelques minutes. ',
        'Si la panne dure, donnez cette référence à l’équipe qui exploite le robot : ',
        code(reference),
        '.',
      ],
    },
  ],
  citations: [],
  notices: [],
  asOf: today,
  corpusVersion,
  data: { command: 'inconnue', error: BREAKDOWN, reference },
});
