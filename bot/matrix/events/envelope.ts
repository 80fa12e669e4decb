import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Received } from '../../queues/queues.ts';

/** Fields that every event of a timeline has, whatever its content. */
const envelopeSchema = z.object({
  event_id: z.string().startsWith('$').max(255),
  type: z.string().max(255),
  sender: z.string().startsWith('@').includes(':').max(255),
  origin_server_ts: z.number(),
  state_key: z.string().optional(),
  content: z.record(z.string(), z.unknown()),
});

export type Envelope = z.infer<typeof envelopeSchema>;

/** Reads what all events have in common; null for what is not an event (the neighbours are not concerned). */
export const readEnvelope = (raw: unknown): Envelope | null => {
  const parsed = envelopeSchema.safeParse(raw);
  return parsed.success ? parsed.data : null;
};

/** Date of an event, epoch milliseconds: an integer, though a homeserver may give a float or a date out of range. */
export const dateOf = ({ origin_server_ts: date }: Pick<Envelope, 'origin_server_ts'>): number =>
  Math.trunc(Math.min(Math.max(date, 0), Number.MAX_SAFE_INTEGER));

const ageSchema = z.object({ unsigned: z.object({ age: z.number().nonnegative() }) });

/**
 * What time it is for the homeserver, as far as an event it has just given tells: the age that the homeserver itself gives it
 * is believed before any clock; never later than `now`.
 */
export const timeAt = (event: unknown, sentAt: number, now: number): number => {
  const age = ageSchema.safeParse(event).data?.unsigned.age;
  return age === undefined ? now : Math.min(now, sentAt + age);
};

const megolmSchema = z.object({
  algorithm: z.literal('m.megolm.v1.aes-sha2'),
  ciphertext: z.string().min(1),
  session_id: z.string().min(1).max(255),
});

/** Session and hash of an encrypted event, to find it when its key comes and to recognise a replay; null otherwise. */
export const readMegolm = (
  envelope: Envelope,
): { readonly sessionId: string; readonly hash: string } | null => {
  const parsed = megolmSchema.safeParse(envelope.content);
  if (!parsed.success) return null;
  const { session_id, ciphertext } = parsed.data;
  return {
    sessionId: session_id,
    hash: createHash('sha256').update(`${session_id}\n${ciphertext}`).digest('base64url'),
  };
};

/** Row of the inbox for an event of a room; null for what can never be for us (state, unknown types). */
export const toReceived = (roomId: string, envelope: Envelope, event: unknown): Received | null => {
  if (envelope.state_key !== undefined) return null;
  const megolm = envelope.type === 'm.room.encrypted' ? readMegolm(envelope) : null;
  if (envelope.type === 'm.room.encrypted' && megolm === null) return null;
  const isVerification = envelope.type.startsWith('m.key.verification.');
  if (!isVerification && !['m.room.encrypted', 'm.room.message', 'm.reaction'].includes(envelope.type))
    return null;
  return {
    eventId: envelope.event_id,
    roomId,
    sender: envelope.sender,
    event: JSON.stringify(event),
    sessionId: megolm?.sessionId ?? null,
    cipherHash: megolm?.hash ?? null,
    sentAt: dateOf(envelope),
  };
};
