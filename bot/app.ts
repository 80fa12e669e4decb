import type { Right } from '../commands/command.ts';
import type { InterviewContext } from '../commands/interview/interview.ts';
import type { RequestContext, Respond } from '../commands/respond.ts';
import type { Answer, Lang } from '../knowledge/answer/answer.ts';
import { languageOf } from '../knowledge/question/language.ts';
import { breakdown } from './breakdown.ts';
import { type Clock, parisDate } from './clock.ts';
import { failureFields, newReference } from './log/failure.ts';
import type { Log } from './log/log.ts';
import type { Handler, Incoming, IncomingMessage, IncomingReaction, Outgoing } from './messages.ts';
import { mentionsOf } from './render/mentions.ts';

export interface AppParts {
  readonly respond: Respond;
  /** What a reaction brings about (an answer to an interview…), or null. */
  readonly react?: (reaction: IncomingReaction, context: InterviewContext) => Promise<Answer | null>;
  /** Thread in which the latest interview of a person goes on; null = the main timeline. */
  readonly interviewThread?: (roomId: string, sender: string) => Promise<string | null>;
  /** Whether a person may do in a room what its moderators may. */
  readonly isModerator?: (roomId: string, sender: string) => Promise<boolean>;
  /** Full user ids of those who look after the bot. */
  readonly operators: readonly string[];
  /** `auto` = the language of each message. */
  readonly language: Lang | 'auto';
  readonly corpusVersion: string;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * From what comes in to what goes out, for rooms, console and batch mode alike. Never rejects: what is thrown
 * is caught here, once, logged under a reference, and the reference is given to the user.
 */
export const createApp = (parts: AppParts): Handler => {
  const { clock, log } = parts;
  return async (incoming) => {
    const started = clock.now();
    try {
      const answer = await answerTo(incoming, parts);
      if (answer === null) return [];
      log.info('answered', { ...summary(incoming, answer), milliseconds: clock.now() - started });
      return [{ ...reply(incoming, answer), thread: await threadFor(incoming, answer, parts) }];
    } catch (error) {
      const reference = newReference();
      log.error('answer-failed', { reference, event: incoming.eventId, ...failureFields(error) });
      if (incoming.kind === 'reaction' || incoming.addressed === 'none') return [];
      return [reply(incoming, breakdown(reference, parisDate(clock), parts.corpusVersion))];
    }
  };
};

const answerTo = async (incoming: Incoming, parts: AppParts): Promise<Answer | null> => {
  const context = await contextOf(incoming, parts);
  return incoming.kind === 'message'
    ? parts.respond(incoming.text, context)
    : (parts.react?.(incoming, context) ?? null);
};

const contextOf = async (
  incoming: Incoming,
  parts: AppParts,
): Promise<RequestContext & InterviewContext> => ({
  addressed: incoming.kind === 'message' ? incoming.addressed : 'none',
  today: parisDate(parts.clock),
  now: parts.clock.now(),
  lang: languageFor(incoming, parts.language),
  attachment: incoming.kind === 'message' ? (incoming.attachment ?? null) : null,
  conversation: {
    roomId: incoming.roomId,
    thread: threadOf(incoming),
    sender: incoming.sender,
    eventId: incoming.eventId,
    replaces: incoming.kind === 'message' ? incoming.replaces : null,
    room: incoming.room,
    right: await rightOf(incoming, parts),
  },
});

const languageFor = (incoming: Incoming, configured: Lang | 'auto'): Lang => {
  if (configured !== 'auto') return configured;
  return incoming.kind === 'message' ? languageOf(incoming.text) : 'fr';
};

/** Whoever runs the program on his own machine may do everything. */
const rightOf = async ({ room, roomId, sender }: Incoming, parts: AppParts): Promise<Right> => {
  if (room === 'console' || parts.operators.includes(sender)) return 'operator';
  return (await parts.isModerator?.(roomId, sender)) === true ? 'moderator' : 'everyone';
};

const threadOf = (incoming: IncomingMessage | IncomingReaction): string | null =>
  incoming.kind === 'message' ? incoming.thread : null;

/** Questions of an interview go to its thread, wherever the reply was given; anything else answers in place. */
const threadFor = async (incoming: Incoming, answer: Answer, parts: AppParts): Promise<string | null> => {
  const inPlace = threadOf(incoming);
  const interview = incoming.kind === 'reaction' || answer.data?.interview === 'open';
  return interview ? ((await parts.interviewThread?.(incoming.roomId, incoming.sender)) ?? inPlace) : inPlace;
};

const reply = (incoming: Incoming, answer: Answer): Outgoing => ({
  roomId: incoming.roomId,
  answer,
  replyTo: incoming.kind === 'message' ? incoming.eventId : incoming.target,
  thread: threadOf(incoming),
  msgtype: 'notice',
  mentions: mentionsOf(answer),
  edits: incoming.kind === 'message' ? incoming.replaces : null,
  cause: incoming.eventId,
  priority: 'interactive',
});

/** A refused request may hold words of the user in its data: only its kind is logged. */
const summary = (incoming: Incoming, answer: Answer) => ({
  room: incoming.roomId,
  sender: incoming.sender,
  answer: answer.kind,
  ...(answer.kind === 'refused' || answer.data === undefined ? {} : { command: answer.data.command }),
});
