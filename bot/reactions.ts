import { TAPS } from '../commands/conversation/read-choice.ts';
import { PIN } from '../commands/projet/questions.ts';
import type { Answer } from '../knowledge/answer/answer.ts';
import type { Incoming, OutgoingReaction } from './messages.ts';

/** One number to tap for each choice, under a question asked back; a pin where facts can be kept. */
export const tapsUnder = (incoming: Incoming, answer: Answer): readonly OutgoingReaction[] => {
  if (incoming.kind !== 'message' || incoming.room === 'console') return [];
  const { roomId, eventId: cause, replaces } = incoming;
  if (answer.keepable === true)
    return [{ roomId, key: PIN, on: { answerTo: replaces ?? cause }, cause, part: 0 }];
  if (answer.kind !== 'clarify') return [];
  return answer.choices.flatMap((_, part) => {
    const key = TAPS[part];
    return key === undefined ? [] : [{ roomId, key, on: { answerTo: replaces ?? cause }, cause, part }];
  });
};

/** Thanks need no message where others read: a thumb; null for anything else. */
export const thumbFor = (incoming: Incoming, { data }: Answer): OutgoingReaction | null => {
  if (data?.command !== 'talk' || data.kind !== 'thanks') return null;
  if (incoming.kind !== 'message' || incoming.room === 'direct' || incoming.room === 'console') return null;
  const { roomId, eventId: cause, replaces } = incoming;
  return { roomId, key: '👍', on: { event: replaces ?? cause }, cause, part: 0 };
};
