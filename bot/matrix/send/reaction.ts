import type { OutgoingReaction } from '../../messages.ts';
import type { OutboxRow, Queued } from '../../queues/queues.ts';
import type { MessageContent } from '../events/content.ts';

/** A reaction as the outbox keeps it: what it stands under may not be sent yet. */
export const queuedReaction = ({ roomId, key, on, cause, part }: OutgoingReaction): Queued => ({
  roomId,
  kind: 'reaction',
  content: 'event' in on ? { key, event: on.event } : { key },
  priority: 'last',
  cause,
  part,
  edits: 'event' in on ? null : on.answerTo,
});

/** Content of an `m.reaction`, which clients send in clear in encrypted rooms too; null when it has nothing to stand under. */
export const reactionContent = (
  { content }: Pick<OutboxRow, 'content'>,
  answer: string | null,
): MessageContent | null => {
  const { key, event } = JSON.parse(content ?? '{}') as { key?: string; event?: string };
  const target = event ?? answer;
  return key === undefined || target === null
    ? null
    : { 'm.relates_to': { rel_type: 'm.annotation', event_id: target, key } };
};
