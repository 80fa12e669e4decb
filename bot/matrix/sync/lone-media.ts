import type { Incoming, IncomingMessage } from '../../messages.ts';
import { mayBeSaid, type Queues } from '../../queues/queues.ts';
import { MINUTE } from '../../time.ts';

/** Whether a message is a file and nothing else, in a conversation where nobody else reads: it is meant for the bot. */
export const isLoneFile = ({ media, text, room }: IncomingMessage): boolean =>
  media === 'file' && text === '' && room === 'direct';

/**
 * Whether something is worth an answer. Of several images that come together, one word is enough; a table that can be
 * imported is a request of its own.
 * @param now epoch milliseconds
 */
export const isNews = async (
  queues: Pick<Queues, 'cooldowns'>,
  incoming: Incoming,
  now: number,
): Promise<boolean> => {
  if (incoming.kind === 'reaction' || incoming.media == null || incoming.text !== '') return true;
  if (incoming.attachment != null) return true;
  const key = `unread-media/${incoming.roomId}/${incoming.sender}/${incoming.media}`;
  return await mayBeSaid(queues, key, MINUTE, now);
};
