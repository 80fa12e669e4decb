import type { RoomSettings } from '../../commands/room-settings/settings.ts';
import type { Incoming } from '../messages.ts';

/** The same message as the settings of its room have it read: a `!` alone may not call the bot. */
export const applySettings = (incoming: Incoming, settings: RoomSettings): Incoming =>
  incoming.kind === 'message' && incoming.addressed === 'command' && settings.mentionOnly
    ? { ...incoming, addressed: 'none' }
    : incoming;

/** Thread of the answer to a message: where it was sent, or, if the room wants it, one of its own. */
export const replyThread = (incoming: Incoming, settings: RoomSettings): string | null => {
  if (incoming.kind === 'reaction') return null;
  const { thread, replaces, eventId } = incoming;
  // An edit cannot be the root of a thread: the message that it replaces is.
  return thread ?? (settings.inThread ? (replaces ?? eventId) : null);
};
