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
