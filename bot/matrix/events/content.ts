import type { Part } from '../../render/parts.ts';

/** How a message stands in a conversation. */
export interface Placement {
  readonly replyTo: string | null;
  readonly thread: string | null;
  readonly msgtype: 'notice' | 'text';
  /** People it rings (user ids); nobody when empty. */
  readonly mentions: readonly string[];
}

export type MessageContent = Readonly<Record<string, unknown>>;

/**
 * Content of an `m.room.message`. It always has `m.mentions`: without it clients fall back on ringing
 * whoever's name the text happens to hold.
 */
export const messageContent = (part: Part, placement: Placement): MessageContent => {
  return {
    msgtype: `m.${placement.msgtype}`,
    body: part.body,
    ...(part.html === '' ? {} : { format: 'org.matrix.custom.html', formatted_body: part.html }),
    'm.mentions': placement.mentions.length === 0 ? {} : { user_ids: [...placement.mentions] },
    ...relationTo(placement),
  };
};

/** How an event says what it answers, and in which thread; empty when it stands alone. */
export const relationTo = (placement: Pick<Placement, 'replyTo' | 'thread'>): MessageContent => {
  const relation = relationOf(placement);
  return relation === null ? {} : { 'm.relates_to': relation };
};

const relationOf = ({ replyTo, thread }: Pick<Placement, 'replyTo' | 'thread'>): MessageContent | null => {
  if (thread !== null)
    return {
      rel_type: 'm.thread',
      event_id: thread,
      // Clients without threads show what follows as a reply; `falling_back` tells the others that it is not one.
      is_falling_back: replyTo === null,
      'm.in_reply_to': { event_id: replyTo ?? thread },
    };
  return replyTo === null ? null : { 'm.in_reply_to': { event_id: replyTo } };
};

/** Same content as a replacement of our earlier event `target`; nobody is rung a second time. */
export const replacement = (content: MessageContent, target: string): MessageContent => {
  const { 'm.relates_to': _, ...fresh } = content;
  return {
    ...fresh,
    body: `* ${String(content.body)}`,
    'm.mentions': {},
    'm.new_content': fresh,
    'm.relates_to': { rel_type: 'm.replace', event_id: target },
  };
};

/** Content without its HTML, for the rare part that would not fit in an event. */
export const plainContent = (content: MessageContent): MessageContent => {
  const { format: _, formatted_body: __, ...plain } = content;
  return plain;
};

export const contentBytes = (content: MessageContent): number =>
  Buffer.byteLength(JSON.stringify(content), 'utf8');
