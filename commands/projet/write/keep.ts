import type { Answer } from '../../../knowledge/answer/answer.ts';
import type { Asked } from '../../command.ts';
import { causeOf } from '../../derogation/cause.ts';
import { refuse } from '../refuse.ts';
import type { ProjectTools } from '../tools.ts';
import { EXAMPLE } from '../wording.ts';
import { alreadyWritten, declareFacts } from './declare.ts';

/** `garder`: the facts that the person's latest question here declared, within the hour. */
export const keepFacts = async (asked: Asked, tools: ProjectTools): Promise<Answer> => {
  if (await tools.store.hasWritten(asked.conversation.roomId, causeOf(asked)))
    return alreadyWritten(asked, tools);
  const said = (await tools.lastFacts?.(asked.conversation, asked.now)) ?? null;
  return said === null
    ? refuse(asked, tools, 'garder', {
        code: 'RIEN_A_GARDER',
        explain: [
          'Aucune de vos questions de la dernière heure, dans ce salon, n’a déclaré de fait. Dites-les :',
        ],
        example: EXAMPLE,
      })
    : declareFacts(said, asked, tools);
};
