import { z } from 'zod';
import { readEnvelope } from './envelope.ts';

const memberSchema = z.object({ membership: z.string() });
const previousSchema = z.object({
  unsigned: z.object({ prev_content: memberSchema.optional().catch(undefined) }),
});

/**
 * Whether an event is our own entry into the room. A change of our display name looks alike but for what was
 * before: `strict` asks for a proof that we were outside.
 */
export const isArrival = (event: unknown, me: string, strict: boolean): boolean => {
  const envelope = readEnvelope(event);
  if (envelope?.type !== 'm.room.member' || envelope.state_key !== me) return false;
  if (memberSchema.safeParse(envelope.content).data?.membership !== 'join') return false;
  const before = previousSchema.safeParse(event).data?.unsigned.prev_content?.membership;
  return strict ? before !== undefined && before !== 'join' : before !== 'join';
};

/** The part of a timeline that follows our last entry; all of it when we were there from the beginning. */
export const sinceArrival = (
  timeline: readonly unknown[],
  me: string,
  wasThere: boolean,
): readonly unknown[] =>
  timeline.slice(timeline.findLastIndex((event) => isArrival(event, me, wasThere)) + 1);
