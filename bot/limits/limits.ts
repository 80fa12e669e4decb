import type { Answer } from '../../knowledge/answer/answer.ts';
import { type Clock, parisDate } from '../clock.ts';
import { failureFields } from '../log/failure.ts';
import type { Log } from '../log/log.ts';
import type { Handler, IncomingMessage, Outgoing, Sent } from '../messages.ts';
import { reply } from '../outgoing.ts';
import { Bursts } from './bursts.ts';
import { type Limited, limitNotice } from './notice.ts';
import { MinuteCounter, minuteOf, untilNextMinute } from './window.ts';

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
  /** Sends what is said once a burst is over. */
  readonly send: (outgoing: Outgoing) => Promise<void>;
  /** Does something after so many milliseconds; a timer by default. */
  readonly later?: (act: () => void, milliseconds: number) => void;
}

/**
 * A handler that answers so many messages a minute of a person and of a room: the first one in excess gets a
 * sentence, the following ones nothing; at the end of the minute that sentence says how many were not read. The console is not limited; replies to an interview,
 * which the bot asked for, are only counted beyond what somebody can type.
 */
export const withLimits = (handler: Handler, options: LimitOptions): Handler => {
  const persons = new MinuteCounter();
  const rooms = new MinuteCounter();
  const bursts = new Bursts();
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
    // Of a person, one sentence for all rooms: it stands where the burst began.
    const burst = `${limited === 'person' ? incoming.sender : incoming.roomId} ${minuteOf(now)}`;
    if (!bursts.begins(burst)) return [];
    const most = limited === 'person' ? options.perPersonPerMinute : options.perRoomPerMinute;
    const say = (unread: number): Outgoing => {
      const answer = limitNotice(
        { limited, most, unread },
        parisDate(options.clock),
        options.corpusVersion(),
      );
      return { ...reply(incoming, answer), edits: null };
    };
    const tell = (): void => {
      const unread = bursts.end(burst);
      if (unread <= 1) return;
      options
        .send({ ...say(unread), edits: incoming.eventId, cause: `burst/${incoming.eventId}` })
        .catch((error: unknown) => options.log.error('not-sent', failureFields(error)));
    };
    (options.later ?? inTime)(tell, untilNextMinute(now));
    return [say(1)];
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

const inTime = (act: () => void, milliseconds: number): void => void setTimeout(act, milliseconds).unref();
