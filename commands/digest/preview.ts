import { itemsIn, selectDigest } from '../../knowledge/digest/select.ts';
import { DEFAULT_TIME } from '../../knowledge/digest/subscription.ts';
import { causeOf } from '../derogation/cause.ts';
import { digestAnswer, emptyDigest } from './content.ts';
import { gather } from './gather.ts';
import type { Action } from './settings.ts';
import { NOTHING_FRESH } from './wording.ts';

/** `maintenant`: the digest of today, which ✅ can acknowledge. It neither rings anybody nor replaces the weekly one. */
export const showNow: Action = async (_, invocation, tools) => {
  const { today, now, conversation } = invocation;
  const { roomId } = conversation;
  const facts = await gather(roomId, today, tools);
  const selection = selectDigest(facts);
  const answer = digestAnswer(selection, { roomId, today, kind: 'digest', late: false }, tools);
  if (answer === null)
    return emptyDigest(today, tools, facts.silences.length === 0 ? undefined : NOTHING_FRESH);
  await tools.digest.noteListed(roomId, causeOf(invocation), itemsIn(selection), now);
  return answer;
};

/** `apercu`: what the next digest is to say, as far as can be known today. */
export const showNext: Action = async (_, invocation, tools) => {
  const { now, conversation } = invocation;
  const { roomId } = conversation;
  const subscription = (await tools.digest.subscription(roomId)) ?? {
    roomId,
    ...DEFAULT_TIME,
    since: now,
    pausedUntil: null,
  };
  const { date: today } = await tools.schedule.next(subscription, now);
  const selection = selectDigest(await gather(roomId, today, tools));
  const options = { roomId, today, kind: 'digest', late: false } as const;
  const answer = digestAnswer(selection, options, tools) ?? emptyDigest(today, tools);
  return { ...answer, title: `Aperçu. ${answer.title}` };
};
