import { z } from 'zod';
import type { TchapClient } from '../http/client.ts';

const profileSchema = z.object({ displayname: z.string() });

/** Display name of the bot, or null when it has none or cannot be read: its id is then enough to call it. */
export const readDisplayName = async (
  client: Pick<TchapClient, 'getUserProfile'>,
  userId: string,
): Promise<string | null> => {
  try {
    return profileSchema.parse(await client.getUserProfile(userId)).displayname;
  } catch {
    return null;
  }
};
