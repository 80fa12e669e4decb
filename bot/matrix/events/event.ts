import { z } from 'zod';
import type { Addressed, RoomKind } from '../../../commands/command.ts';
import type { Incoming, IncomingMessage } from '../../messages.ts';
import { HOUR } from '../../time.ts';
import { readCall, type Self } from './addressing.ts';
import { type Envelope, readEnvelope } from './envelope.ts';
import { isCaptioned, mediaOf } from './media.ts';

/** Why an event is not answered; counted and logged, never with its text. */
export type Ignored =
  | 'malformed'
  | 'own'
  | 'bot'
  | 'notice'
  | 'not-text'
  | 'too-old'
  | 'reaction'
  | 'not-addressed';

export interface EventContext {
  readonly roomId: string;
  readonly room: RoomKind;
  readonly self: Self;
  /** Other bots, full user ids. */
  readonly bots: readonly string[];
  /** Epoch milliseconds. */
  readonly now: number;
  /** An open interview waits for what this person says, addressed or not. */
  readonly overhears: boolean;
  /** The message that this one replies to is ours, which calls us as well as a mention. */
  readonly repliesToUs?: boolean;
}

/** Nothing older is answered: the homeserver forgets transaction ids after 24 hours and could not tell a repetition. */
export const OLDEST_ANSWERED = 12 * HOUR;

export type Read = { readonly incoming: Incoming } | { readonly ignored: Ignored };

const ignored = (reason: Ignored): Read => ({ ignored: reason });

/**
 * Reads one clear (or decrypted) event of a room. Never throws: whatever a homeserver or a client may have put
 * in it, the event is either understood or ignored for a reason.
 */
export const readEvent = (raw: unknown, context: EventContext): Read => {
  const envelope = readEnvelope(raw);
  if (envelope === null || envelope.state_key !== undefined) return ignored('malformed');
  if (envelope.sender === context.self.userId) return ignored('own');
  if (context.bots.includes(envelope.sender)) return ignored('bot');
  // A date to come is a clock that is fast: it counts as now.
  if (context.now - envelope.origin_server_ts > OLDEST_ANSWERED) return ignored('too-old');
  if (envelope.type === 'm.room.message') return readMessage(envelope, context);
  if (envelope.type === 'm.reaction') return readReaction(envelope, context);
  return ignored('malformed');
};

const relationSchema = z.object({
  rel_type: z.string().optional().catch(undefined),
  event_id: z.string().startsWith('$').max(255).optional().catch(undefined),
  key: z.string().max(100).optional().catch(undefined),
  'm.in_reply_to': z.object({ event_id: z.string() }).optional().catch(undefined),
  is_falling_back: z.boolean().optional().catch(undefined),
});

const textSchema = z.object({
  msgtype: z.string(),
  body: z.string(),
  formatted_body: z.string().nullable().catch(null).default(null),
  filename: z.string().optional().catch(undefined),
  'm.mentions': z
    .object({ user_ids: z.array(z.string()).catch([]) })
    .optional()
    .catch(undefined),
});

const messageSchema = z.object({
  'm.relates_to': relationSchema.optional().catch(undefined),
  'm.new_content': z.unknown().optional(),
});

const readMessage = (envelope: Envelope, context: EventContext): Read => {
  const { 'm.relates_to': relation, 'm.new_content': newContent } = messageSchema.parse(envelope.content);
  const isEdit = relation?.rel_type === 'm.replace';
  const replaces = isEdit ? (relation.event_id ?? null) : null;
  if (isEdit && replaces === null) return ignored('malformed');
  const text = textSchema.safeParse(isEdit ? newContent : envelope.content);
  if (!text.success) return ignored('malformed');
  if (text.data.msgtype === 'm.notice') return ignored('notice');
  const media = mediaOf(isEdit ? newContent : envelope.content);
  // The name of what was sent is no text.
  const alone = media !== null && !isCaptioned(text.data);
  if ((text.data.msgtype !== 'm.text' && media === null) || (alone && isEdit)) return ignored('not-text');
  const body = alone
    ? ''
    : relation?.['m.in_reply_to'] === undefined
      ? text.data.body
      : withoutFallback(text.data.body);
  // In a thread, clients without threads are shown each message as a reply to the one before.
  const repliesTo = relation?.is_falling_back === true ? undefined : relation?.['m.in_reply_to']?.event_id;
  const toUs = context.repliesToUs === true;
  const mentions = text.data['m.mentions']?.user_ids ?? null;
  const written = { body, html: alone ? null : text.data.formatted_body, mentions };
  const call = readCall({ ...written, repliesToOther: repliesTo !== undefined && !toUs }, context.self);
  const addressed = addressedBy(call.mentioned || toUs, call.text, context.room);
  // An edit may be of a message that was addressed to us: the transport knows, and asks again.
  if (addressed === 'none' && alone) return ignored('not-text');
  if (addressed === 'none' && !context.overhears && replaces === null) return ignored('not-addressed');
  const thread = relation?.rel_type === 'm.thread' ? (relation.event_id ?? null) : null;
  return {
    incoming: {
      ...origin(envelope, context),
      kind: 'message',
      text: call.text,
      thread,
      addressed,
      replaces,
      ...(repliesTo === undefined ? {} : { repliesTo }),
      ...(media === null ? {} : { media }),
    },
  };
};

/** The message that a message replies to by the choice of its author, or null; of an edit, none. */
export const repliedBy = (raw: unknown): string | null => {
  const relation = messageSchema.safeParse(readEnvelope(raw)?.content).data?.['m.relates_to'];
  return relation?.is_falling_back === true ? null : (relation?.['m.in_reply_to']?.event_id ?? null);
};

const readReaction = (envelope: Envelope, context: EventContext): Read => {
  const relation = relationSchema.safeParse(envelope.content['m.relates_to']);
  if (!relation.success || relation.data.rel_type !== 'm.annotation') return ignored('malformed');
  const { event_id: target, key } = relation.data;
  if (target === undefined || key === undefined) return ignored('malformed');
  return { incoming: { ...origin(envelope, context), kind: 'reaction', target, key } };
};

const origin = (
  envelope: Envelope,
  context: EventContext,
): Pick<IncomingMessage, 'roomId' | 'eventId' | 'sender' | 'sentAt' | 'room'> => ({
  roomId: context.roomId,
  eventId: envelope.event_id,
  sender: envelope.sender,
  sentAt: envelope.origin_server_ts,
  room: context.room,
});

const addressedBy = (mentioned: boolean, text: string, room: RoomKind): Addressed => {
  if (mentioned) return 'mention';
  if (room === 'direct') return 'direct';
  // French phones may type the full-width mark, or a space after it; `!!!` is an exclamation. What names no command is left alone.
  return /^(?:[!！][ \u00a0\u202f]?\p{L}|\/\p{L}{2,}(?:\s|$))/u.test(text) ? 'command' : 'none';
};

/** Text of a reply without the quotation that older clients put before it (`> <@somebody:server> …`). */
export const withoutFallback = (body: string): string => {
  const lines = body.split('\n');
  const first = lines.findIndex((line) => !line.startsWith('>'));
  if (first <= 0) return first === 0 ? body : '';
  return lines.slice(lines[first]?.trim() === '' ? first + 1 : first).join('\n');
};
