import type { QuestionAnswerer } from '../../knowledge/question/answerer.ts';
import { frame, refused } from '../answers.ts';
import type { Command } from '../command.ts';

/** Answers a question asked in ordinary words, in the language told, or its own. */
export type Answerer = Pick<QuestionAnswerer, 'answer'>;

/** `!question …`: a question asked where a mention is not possible. */
export const createQuestion = (answerer: Answerer, corpusVersion: string): Command => ({
  name: 'question',
  aliases: ['q'],
  summary: 'pose une question sur la doctrine',
  usage: ['!question <votre question>'],
  effect:
    'Répond comme à une mention : extraits des textes, avec leur référence, ou l’aveu que les textes n’en disent rien.',
  examples: [
    '!question Que dit la règle R9 ?',
    '!question La doctrine s’applique-t-elle aux collectivités ?',
  ],
  right: 'everyone',
  run: (invocation) => {
    if (/[\p{L}\p{N}]/u.test(invocation.args)) {
      return answerer.answer(invocation.args, { today: invocation.today, lang: invocation.lang });
    }
    return refused(frame(invocation, corpusVersion), {
      title: 'Question',
      code: 'VIDE',
      explain: ['Aucune question n’a été lue après la commande.'],
      example: '!question Que dit la règle R9 ?',
      data: { command: 'question' },
    });
  },
});
