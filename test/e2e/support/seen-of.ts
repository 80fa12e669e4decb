import type { MatrixEvent } from 'matrix-js-sdk';
import type { Seen } from './person.ts';

/** A message as `Seen` shows it, decrypted if it could be. */
export const seenOf = (event: MatrixEvent, eventId: string): Seen => {
  const content = event.getContent();
  const relation = event.getWireContent()['m.relates_to'] ?? content['m.relates_to'] ?? {};
  return {
    eventId,
    roomId: event.getRoomId() ?? '',
    sender: event.getSender() ?? '',
    type: event.getType(),
    msgtype: (content.msgtype as string | undefined) ?? null,
    body: content.body ?? relation.key ?? '',
    html: (content.formatted_body as string | undefined) ?? null,
    encrypted: event.isEncrypted(),
    undecryptable: event.isDecryptionFailure(),
    replyTo: relation['m.in_reply_to']?.event_id ?? null,
    thread: relation.rel_type === 'm.thread' ? (relation.event_id ?? null) : null,
    replaces: relation.rel_type === 'm.replace' ? (relation.event_id ?? null) : null,
    mentions: content['m.mentions'] === undefined ? null : (content['m.mentions'].user_ids ?? []),
    sentAt: event.getTs(),
  };
};
