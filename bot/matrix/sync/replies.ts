import type { Incoming, Outgoing } from '../../messages.ts';
import type { Queues } from '../../queues/queues.ts';
import { readEnvelope } from '../events/envelope.ts';
import { repliedBy } from '../events/event.ts';
import { failureOf } from '../http/failure.ts';
import type { TransportLog } from '../options.ts';

/** Whether a message replies to one of ours, as far as we remember. */
export const repliesToUs = async (queues: Queues, event: unknown): Promise<boolean> => {
  const target = repliedBy(event);
  return target !== null && (await queues.outbox.causeOf(target)) !== null;
};

/**
 * What we have replied to in a timeline: news that come with their answers mean that the data folder is older than both. What
 * replies to what is never encrypted.
 */
export const answeredIn = (timeline: readonly unknown[], me: string): ReadonlySet<string> =>
  new Set(timeline.flatMap((event) => (readEnvelope(event)?.sender === me ? (repliedBy(event) ?? []) : [])));

/** Whether a message that was edited since replied to one of ours: its edit does not say what it replied to. */
export const originalRepliesToUs = async (
  { queues, original, log }: OriginalOptions,
  roomId: string,
  eventId: string,
): Promise<boolean> => {
  try {
    return await repliesToUs(queues, await original?.(roomId, eventId));
  } catch (error) {
    log.debug('original-unread', { room: roomId, code: failureOf(error).code });
    return false;
  }
};

interface OriginalOptions {
  readonly queues: Queues;
  readonly log: TransportLog;
  /** An event as the homeserver has it; what it replies to is never encrypted. */
  readonly original?: (roomId: string, eventId: string) => Promise<unknown>;
}

/** The reply to an edited message takes the place of the reply to the original one. */
export const asEdit = (incoming: Incoming, outgoing: Outgoing): Outgoing => {
  const isReply = outgoing.replyTo === incoming.eventId && outgoing.edits === null;
  return isReply && incoming.kind === 'message' && incoming.replaces !== null
    ? { ...outgoing, replyTo: incoming.replaces, edits: incoming.replaces }
    : outgoing;
};
