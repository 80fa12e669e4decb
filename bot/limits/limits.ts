import type { Answer } from '../../knowledge/answer/answer.ts';
import { type Clock, parisDate } from '../clock.ts';
import type { Log } from '../log/log.ts';
import type { Handler, IncomingMessage, Outgoing, Sent } from '../messages.ts';
import { reply } from '../outgoing.ts';
import { type Limited, limitNotice } from './notice.ts';
import { MinuteCounter } from './window.ts';

export interface LimitOptions {
  readonly perPersonPerMinute: number;
  readonly perRoomPerMinute: number;
  /** Whether a guided interview waits for what a person says in a room. */
  readonly isInterviewed: (roomId: string, sender: string) => Promise<boolean>;
  readonly clock: Clock;
  readonly log: Log;
  readonly corpusVersion: () => string;
  /** Called for each message that is not answered because of a limit. */
  readonly onLimited: (limited: Limited) => void;
}

/**
 * A handler that answers so many messages a minute of a person and of a room: the first one in excess gets a
 * sentence, the following ones nothing until the next minute. The console is not limited; replies to an interview,
 * which the bot asked for, are only counted beyond what somebody can type.
 */
export const withLimits = (handler: Handler, options: LimitOptions): Handler => {
  const persons = new MinuteCounter();
  const rooms = new MinuteCounter();
  const notices = new MinuteCounter();
  const replies = new MinuteCounter();

  const isReply = async ({ text, roomId, sender }: IncomingMessage, now: number): Promise<boolean> =>
    !/^\s*[!！]/.test(text) &&
    (await options.isInterviewed(roomId, sender)) &&
    replies.count(sender, now) <= MOST_REPLIES;

  const excess = (message: IncomingMessage, now: number): Limited | null => {
    const ofPerson = persons.count(message.sender, now);
    if (ofPerson > options.perPersonPerMinute) return 'person';
    // Only what is answered weighs on a room: one person cannot silence the others.
    if (rooms.count(message.roomId, now, 0) < options.perRoomPerMinute) return null;
    // However busy the room, nobody is left without a first answer.
    return ofPerson === 1 ? null : 'room';
  };

  /** What is sent counts: an export in several messages is as many answers. */
  const weigh = ({ sender, roomId }: IncomingMessage, answers: readonly Sent[], now: number): void => {
    const messages = answers.reduce((sum, sent) => sum + ('key' in sent ? 0 : messagesOf(sent.answer)), 0);
    persons.count(sender, now, Math.max(0, messages - 1));
    rooms.count(roomId, now, Math.max(1, messages));
  };

  return async (incoming) => {
    if (incoming.kind === 'reaction' || incoming.addressed === 'none' || incoming.room === 'console')
      return handler(incoming);
    const now = options.clock.now();
    if (await isReply(incoming, now)) return handler(incoming);
    const limited = excess(incoming, now);
    if (limited === null) {
      const answers = await handler(incoming);
      weigh(incoming, answers, now);
      return answers;
    }
    options.onLimited(limited);
    options.log.info('limited', { room: incoming.roomId, sender: incoming.sender, reason: limited });
    const first = notices.count(limited === 'person' ? incoming.sender : incoming.roomId, now) === 1;
    return first ? [notice(incoming, limited, options)] : [];
  };
};

/** Characters of a message: what comes with two languages and quotation marks stays under the size of an event. */
const CHARACTERS = 10_000;

/** About how many messages an answer takes in a room: two at most, then a file. */
const messagesOf = ({ blocks, file }: Answer): number => {
  const pages = Math.ceil(JSON.stringify(blocks).length / CHARACTERS);
  return Math.min(2, pages) + (file !== undefined || pages > 2 ? 1 : 0);
};

/** A minute; the longest interview has some fifteen questions. */
const MOST_REPLIES = 30;

const notice = (message: IncomingMessage, limited: Limited, options: LimitOptions): Outgoing => {
  const most = limited === 'person' ? options.perPersonPerMinute : options.perRoomPerMinute;
  const answer = limitNotice(limited, most, parisDate(options.clock), options.corpusVersion());
  return { ...reply(message, answer), edits: null };
};
