import { frame, paragraph, refused } from '../answers.ts';
import type { Command } from '../command.ts';
import type { Reports } from './reports.ts';
import { REASONS, SIGNALER, subjectName } from './wording.ts';

/** `!signaler`: this answer is wrong; its card is counted and told to the operators, nothing that was written is. */
export const createSignaler = (reports: Pick<Reports, 'report'>, corpusVersion: string): Command => ({
  name: 'signaler',
  aliases: ['signale', 'report'],
  summary: 'signale une réponse fausse, incomplète, hors sujet ou périmée',
  usage: ['!signaler [faux|incomplet|hors sujet|périmé]'],
  effect:
    'S’écrit aussi « 👎 faux » ; un 👎 posé sous la réponse la signale sans motif. En réponse à une réponse du robot, sinon pour la dernière qu’il vous a faite ici, dans l’heure. Compte la fiche pour !lacunes et en avertit les opérateurs. De ce que vous écrivez, seul le motif est retenu, parmi les quatre ; la question ne l’est pas.',
  examples: ['!signaler', '!signaler faux'],
  right: 'everyone',
  run: async (invocation) => {
    const common = frame(invocation, corpusVersion);
    const found = await reports.report(invocation.args, invocation);
    if (found === null)
      return refused(common, {
        title: SIGNALER.title,
        code: 'RIEN_A_SIGNALER',
        explain: [SIGNALER.nothing],
        example: '!signaler faux',
        data: { command: 'signaler' },
      });
    return {
      ...common,
      kind: 'dialogue',
      title: SIGNALER.title,
      blocks: [paragraph(SIGNALER.done(subjectName(found.subject), REASONS[found.reason]))],
      notices: [],
      citations: [],
      data: { command: 'signaler', subject: found.subject, reason: found.reason },
    };
  },
});
