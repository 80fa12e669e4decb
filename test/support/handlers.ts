import type { Handler, IncomingMessage, Outgoing } from '../../bot/messages.ts';
import type { Answer } from '../../knowledge/answer/answer.ts';

/** A handler that answers each message by `answer`, and what it was given. */
export const handlerOf = (answer: (message: IncomingMessage) => Answer) => {
  const received: IncomingMessage[] = [];
  const handler: Handler = async (incoming) => {
    if (incoming.kind === 'reaction') return [];
    received.push(incoming);
    return [outgoing(incoming, answer(incoming))];
  };
  return { handler, received };
};

const outgoing = (message: IncomingMessage, answer: Answer): Outgoing => ({
  roomId: message.roomId,
  answer,
  replyTo: message.eventId,
  thread: null,
  msgtype: 'notice',
  mentions: [],
  edits: null,
  cause: message.eventId,
  priority: 'interactive',
});
