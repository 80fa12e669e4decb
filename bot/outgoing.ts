import type { Answer } from '../knowledge/answer/answer.ts';
import type { Incoming, Outgoing } from './messages.ts';
import { mentionsOf } from './render/mentions.ts';

/** What answers an incoming event, at its place, in its thread, without ringing. */
export const reply = (incoming: Incoming, answer: Answer): Outgoing => ({
  roomId: incoming.roomId,
  answer,
  replyTo: incoming.kind === 'message' ? incoming.eventId : incoming.target,
  thread: incoming.kind === 'message' ? incoming.thread : null,
  msgtype: 'notice',
  mentions: mentionsOf(answer),
  edits: incoming.kind === 'message' ? incoming.replaces : null,
  cause: incoming.eventId,
  priority: 'interactive',
});

/** What we say unasked in a room, without ringing. The same `cause` is the same message. */
export const announce = (roomId: string, answer: Answer, cause: string): Outgoing => ({
  roomId,
  answer,
  replyTo: null,
  thread: null,
  msgtype: 'notice',
  mentions: [],
  edits: null,
  cause,
  priority: 'interactive',
});
