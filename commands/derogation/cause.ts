import type { Notice } from '../../knowledge/answer/answer.ts';
import type { ImportedNumbers, Mark } from '../../knowledge/register/store.ts';
import type { Invocation } from '../command.ts';

/** Event that a write is keyed by. An edited message stands for the first one: it is never written twice. */
export const causeOf = ({ conversation: { replaces, eventId } }: Pick<Invocation, 'conversation'>): string =>
  replaces ?? eventId;

export const markOf = (asked: Pick<Invocation, 'conversation' | 'now'>): Mark => ({
  by: asked.conversation.sender,
  at: asked.now,
  cause: causeOf(asked),
});

/** Numbers that a cause has written, new ones first. */
export const numbersIn = ({ added, revised }: ImportedNumbers): readonly number[] => [...added, ...revised];

/** What somebody is told who corrects a message that was already acted upon. */
export const editNotice = (
  { conversation }: Pick<Invocation, 'conversation'>,
  already: boolean,
  number: number,
): readonly Notice[] =>
  already && (conversation.replaces ?? null) !== null
    ? [
        {
          code: 'message-modifie',
          text: [
            `Ce message avait déjà été pris en compte : le corriger ne change pas le registre. Pour changer la dérogation : !derogation modifier ${number} offre_acceptable=2026-09-30, par exemple.`,
          ],
        },
      ]
    : [];
