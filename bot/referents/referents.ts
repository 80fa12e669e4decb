import type { ReferralStore } from '../../commands/transmettre/store.ts';
import type { Referents } from '../../commands/transmettre/transmettre.ts';
import type { Answer } from '../../knowledge/answer/answer.ts';
import { code } from '../../knowledge/answer/text.ts';
import { type Clock, parisDate } from '../clock.ts';
import type { Incoming, Outgoing, Sent } from '../messages.ts';
import { type Frame, questionOf, toAsker, toReferents } from './messages.ts';

export interface ReferentsParts {
  /** null: there are none. Read at each use: a room may be replaced. */
  readonly room: string | null;
  readonly store: ReferralStore;
  readonly send: (outgoing: Outgoing) => Promise<void>;
}

/** The way to a human and back. */
export interface ReferentsDesk {
  readonly referents: Referents;
  /** Keeps a question that the texts do not answer, for an hour, and says how to hand it over. */
  offer(answer: Answer, incoming: Incoming, now: number): Promise<Answer>;
  /** What a referent's reply brings about; null when the message is none. */
  relay(incoming: Incoming): Promise<readonly Sent[] | null>;
}

/** @param causeOf event that a message of ours answered; null when the message is not ours */
export const createReferents = (
  parts: ReferentsParts | null,
  causeOf: (eventId: string) => Promise<string | null>,
  clock: Clock,
  corpusVersion: string,
): ReferentsDesk => {
  const frame = (): Frame => ({ asOf: parisDate(clock), corpusVersion });
  if (parts === null || parts.room === null)
    return { referents: null, offer: async (answer) => answer, relay: async () => null };
  const { store, send } = parts;
  const first = parts.room;
  const room = (): string => parts.room ?? first;
  const repliedTo = async (target: string | null | undefined) => {
    const question = target == null ? null : questionOf(await causeOf(target));
    return question === null ? null : store.ofEvent(question);
  };
  return {
    referents: { store, send: (referral) => send(toReferents(room(), referral, frame())) },
    offer: async (answer, incoming, now) => {
      if (answer.kind !== 'not-found' || NO_QUESTIONS.includes(answer.reason.code)) return answer;
      if (incoming.kind !== 'message' || incoming.room === 'console' || incoming.roomId === room())
        return answer;
      const { roomId, thread, sender, text } = incoming;
      const eventId = incoming.replaces ?? incoming.eventId;
      await store.save({ eventId, roomId, thread, sender, text, sent: false, at: now });
      return { ...answer, notices: [...answer.notices, OFFER[answer.lang]] };
    },
    relay: async (incoming) => {
      if (incoming.kind !== 'message' || incoming.roomId !== room()) return null;
      if (/^\s*[!！]/.test(incoming.text)) return null;
      const found = (await repliedTo(incoming.repliesTo)) ?? (await repliedTo(incoming.thread));
      if (found === null || !found.sent) return null;
      const { eventId, roomId } = incoming;
      return [
        toAsker(found, incoming, frame()),
        { roomId, key: '✅', on: { event: eventId }, cause: eventId, part: 0 },
      ];
    },
  };
};

/** Not questions that a referent could answer. */
const NO_QUESTIONS: readonly string[] = ['bavardage', 'detournement', 'regle-de-calcul'];

const OFFER = {
  fr: {
    code: 'transmettre',
    text: [
      'un référent peut vous répondre\u00a0: ',
      code('!transmettre'),
      ' lui envoie cette question, avec votre nom, après votre oui.',
    ],
  },
  en: {
    code: 'transmettre',
    text: [
      'a person can answer you: ',
      code('!transmettre'),
      ' sends them this question, with your name, once you say yes.',
    ],
  },
} as const;
