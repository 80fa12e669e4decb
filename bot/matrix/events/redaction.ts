import { z } from 'zod';

// The target moved from the event to its content with version 11 of rooms.
const redactionSchema = z.object({
  type: z.literal('m.room.redaction'),
  redacts: z.string().optional().catch(undefined),
  content: z.object({ redacts: z.string().optional().catch(undefined) }).catch({}),
});

/** The event that this one withdraws, if it is a redaction. */
export const readRedaction = (event: unknown): readonly string[] => {
  const parsed = redactionSchema.safeParse(event);
  const target = parsed.data?.content.redacts ?? parsed.data?.redacts;
  return target === undefined ? [] : [target];
};

const namedSchema = z.object({ redacts: z.string() });

/** The event that the content of a redaction to send names, as JSON; null when it is found otherwise. */
export const redactedIn = (content: string | null): string | null =>
  namedSchema.safeParse(JSON.parse(content ?? '{}')).data?.redacts ?? null;
