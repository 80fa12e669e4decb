import { shortDate } from '../../knowledge/answer/dates.ts';
import { itemOf, type Silence } from '../../knowledge/digest/item.ts';
import { deadlineOf } from '../../knowledge/register/deadline.ts';
import type { Command } from '../command.ts';
import { causeOf } from '../derogation/cause.ts';
import { readDelay } from './delay.ts';
import { findToSilence, nothingToSilence, refuseDigestRequest, silencedAnswer } from './silence.ts';
import type { DigestTools } from './tools.ts';
import { SNOOZE_EFFECT } from './wording.ts';

const EXAMPLE = '!reporter 1 7j';
const LONGEST = 90;

/** `!reporter 12 7j`: neither digest nor reminder on it for seven days. */
export const createReporter = (tools: DigestTools): Command => ({
  name: 'reporter',
  aliases: ['snooze'],
  summary: 'taire une échéance du digest pour quelques jours',
  usage: ['!reporter <numéro> <durée>'],
  effect: SNOOZE_EFFECT,
  examples: [EXAMPLE],
  right: 'everyone',
  run: async (invocation) => {
    const target = await findToSilence('reporter', EXAMPLE, invocation, tools);
    if ('refused' in target) return target.refused;
    const { found: derogation, rest } = target;
    const { today, now, conversation } = invocation;
    const delay = readDelay(rest, today, LONGEST);
    if (!delay.ok)
      return refuseDigestRequest('reporter', EXAMPLE, invocation, tools, 'DUREE', [delay.explain]);
    const { until } = delay;
    const due = deadlineOf(derogation.entry, today)?.date ?? null;
    // What enters the digest before the end of the delay may be put off already.
    if (itemOf(derogation, today) === null && itemOf(derogation, until) === null)
      return nothingToSilence('reporter', derogation, invocation, tools);
    const key = { origin: derogation.roomId, number: derogation.number };
    const by = { by: conversation.sender, at: now, cause: causeOf(invocation) };
    const silence: Silence = { ...key, due, stage: null, until, ...by };
    await tools.digest.silence(conversation.roomId, [silence]);
    const answer = silencedAnswer('reporter', [{ derogation, silence }], invocation, tools);
    if (due === null || due < today || due >= until) return answer;
    const text = `L’échéance du ${shortDate(due)} tombe pendant ce délai : elle ne sera pas rappelée avant le ${shortDate(until)}.`;
    return { ...answer, notices: [{ code: 'echeance-dans-le-delai', text: [text] }] };
  },
});
