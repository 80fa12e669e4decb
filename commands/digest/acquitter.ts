import { itemOf, seen } from '../../knowledge/digest/item.ts';
import type { Command } from '../command.ts';
import { causeOf } from '../derogation/cause.ts';
import { acknowledgeOf, personIn } from './of-person.ts';
import { findToSilence, nothingToSilence, refuseDigestRequest, silencedAnswer } from './silence.ts';
import type { DigestTools } from './tools.ts';
import { ACK_EFFECT } from './wording.ts';

const EXAMPLE = '!acquitter 1';

/** `!acquitter 12`, or all that a person answers for: seen; the digest is silent on it until its next threshold. */
export const createAcquitter = (tools: DigestTools): Command => ({
  name: 'acquitter',
  aliases: ['vu'],
  summary: 'taire une échéance du digest jusqu’à son prochain seuil',
  usage: ['!acquitter <numéro>', '!acquitter <personne>'],
  effect: ACK_EFFECT,
  examples: [EXAMPLE],
  right: 'everyone',
  run: async (invocation) => {
    const person = personIn(invocation.args, invocation.conversation.sender);
    if (person !== null) return acknowledgeOf(person, invocation, tools);
    const target = await findToSilence('acquitter', EXAMPLE, invocation, tools);
    if ('refused' in target) return target.refused;
    if (target.rest !== '')
      return refuseDigestRequest('acquitter', EXAMPLE, invocation, tools, 'ARGUMENT', [
        `Lu en trop : « ${target.rest.slice(0, 60)} ». Attendu : un numéro seul.`,
      ]);
    const { today, now, conversation } = invocation;
    const { found: derogation } = target;
    const item = itemOf(derogation, today, await tools.schedule.until(today));
    if (item === null) return nothingToSilence('acquitter', derogation, invocation, tools);
    const silence = { ...seen(item, today, conversation.sender, now), cause: causeOf(invocation) };
    await tools.digest.silence(conversation.roomId, [silence]);
    return silencedAnswer('acquitter', [{ derogation, silence }], invocation, tools);
  },
});
