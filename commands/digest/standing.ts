import type { Answer } from '../../knowledge/answer/answer.ts';
import { reached, type Selection, selectDigest } from '../../knowledge/digest/select.ts';
import { paragraph } from '../answers.ts';
import type { Invocation } from '../command.ts';
import { howMany } from '../how-many.ts';
import { gather } from './gather.ts';
import type { DigestTools } from './tools.ts';

/**
 * The confirmation of a subscription, with what stands in the register that day. What is said here waits for the day
 * chosen: nobody is reminded of it before, and no reminder comes that the subscription did not announce.
 */
export const withStanding = async (
  answer: Answer,
  { conversation: { roomId }, today, now }: Pick<Invocation, 'conversation' | 'today' | 'now'>,
  tools: DigestTools,
): Promise<Answer> => {
  const facts = await gather(roomId, today, tools);
  await tools.digest.noteTold(roomId, reached(facts), now);
  const said = standing(selectDigest(facts));
  return said === ''
    ? answer
    : {
        ...answer,
        blocks: [
          ...answer.blocks,
          paragraph(`Au registre aujourd’hui : ${said}. Le prochain digest le dira.`),
        ],
      };
};

const standing = ({ overdue, within30, within90, undated }: Selection): string =>
  [
    counted(overdue.length, 'échue'),
    within30.length === 0 ? '' : `${within30.length} à échéance dans les 30 jours`,
    within90.length === 0 ? '' : `${within90.length} à échéance dans les 90 jours`,
    undated.length === 0 ? '' : `${undated.length} sans date d’offre acceptable`,
  ]
    .filter((part) => part !== '')
    .join(', ');

const counted = (count: number, one: string): string => (count === 0 ? '' : howMany(count, one));
