import type { Answer } from '../knowledge/answer/answer.ts';
import { type Clock, systemClock } from './clock.ts';
import { compose } from './compose.ts';
import { createLog, levelFrom } from './log/log.ts';
import type { Handler } from './messages.ts';
import { NO_RIGHTS } from './rights/rights.ts';

/** The bot without a server, as the console and `ask` use it. Its log goes to standard error, if asked for. */
export const composeLocally = (env: NodeJS.ProcessEnv, clock: Clock = systemClock): Handler =>
  compose({
    corpusFolder: null,
    offersFile: null,
    language: 'auto',
    rights: NO_RIGHTS,
    clock,
    log: createLog({ level: levelFrom(env, 'silent'), write: (line) => process.stderr.write(line) }),
  }).handler;

/** Something typed on this machine. Texts with the same `conversation` follow each other, as in a room. */
export interface Typed {
  readonly text: string;
  readonly conversation: string;
  /** Which text of the conversation it is, from 1. */
  readonly number: number;
}

/**
 * Answers a text typed on this machine, by the path that messages of a room take.
 * @throws Error when the handler leaves a direct message without an answer: a bug of ours
 */
export const answerLocally = async (handler: Handler, typed: Typed): Promise<Answer> => {
  const [sent] = await handler({
    kind: 'message',
    roomId: typed.conversation,
    eventId: `${typed.conversation}/${typed.number}`,
    sender: 'local',
    sentAt: 0,
    room: 'console',
    text: typed.text,
    thread: null,
    addressed: 'direct',
    replaces: null,
  });
  if (sent === undefined || 'key' in sent) throw new Error('a direct message was left without an answer');
  return sent.answer;
};
