import type { Conversation } from '../command.ts';

/**
 * Thread in which an interview started by this event goes on: the one it was asked in; in a direct conversation
 * the main timeline; in any other room a thread of its own, rooted at the command.
 * Answers whose `data.interview` is `open` must be sent there.
 */
export const interviewThread = ({ thread, room, eventId }: Conversation): string | null => {
  if (thread !== null) return thread;
  return room === 'direct' || room === 'console' ? null : eventId;
};
