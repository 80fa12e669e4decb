import { z } from 'zod';
import { MINUTE } from '../../time.ts';
import { readEnvelope } from '../events/envelope.ts';

/** Somebody asks the bot to verify its keys, from one device to another. */
export interface DeviceRequest {
  readonly sender: string;
  readonly deviceId: string;
  readonly transactionId: string;
}

/** The same in a room, where all that follows refers to the event. */
export interface RoomRequest {
  readonly sender: string;
  readonly eventId: string;
}

/** Older requests, or requests to come, are to be left without an answer: the specification says so. */
const OLDEST = 10 * MINUTE;
const SOONEST = 5 * MINUTE;

const toDeviceSchema = z.object({
  type: z.literal('m.key.verification.request'),
  sender: z.string().startsWith('@').includes(':').max(255),
  content: z.object({
    from_device: z.string().min(1).max(255),
    transaction_id: z.string().min(1).max(255),
    timestamp: z.number(),
  }),
});

/** The request that a message between devices makes, once decrypted; null when it makes none, or too late. */
export const readDeviceRequest = (event: unknown, now: number): DeviceRequest | null => {
  const read = toDeviceSchema.safeParse(event).data;
  if (read === undefined) return null;
  const { from_device: deviceId, transaction_id: transactionId, timestamp } = read.content;
  if (now - timestamp > OLDEST || timestamp - now > SOONEST) return null;
  return { sender: read.sender, deviceId, transactionId };
};

const inRoomSchema = z.object({
  msgtype: z.literal('m.key.verification.request'),
  to: z.string(),
});

/** The request that an event of a room makes to us, once decrypted; null when it makes none. */
export const readRoomRequest = (event: unknown, me: string): RoomRequest | null => {
  const envelope = readEnvelope(event);
  if (envelope?.type !== 'm.room.message' || envelope.sender === me) return null;
  if (inRoomSchema.safeParse(envelope.content).data?.to !== me) return null;
  return { sender: envelope.sender, eventId: envelope.event_id };
};

const stepSchema = z.object({
  'm.relates_to': z.object({ rel_type: z.literal('m.reference'), event_id: z.string() }),
});

/** The request that an event of a room, once decrypted, takes a step further; null when it is none of a verification. */
export const readRoomStep = (event: unknown, me: string): RoomRequest | null => {
  const envelope = readEnvelope(event);
  if (envelope === null || envelope.sender === me || !envelope.type.startsWith('m.key.verification.'))
    return null;
  const relation = stepSchema.safeParse(envelope.content).data?.['m.relates_to'];
  return relation === undefined ? null : { sender: envelope.sender, eventId: relation.event_id };
};
