import { createHmac, randomBytes } from 'node:crypto';

/** One key a question, kept no longer than the link to it: what somebody liked cannot be joined with anything else. */
export const newKey = (): string => randomBytes(32).toString('base64url');

/** What stands for a person under a question. */
export const pseudonym = (key: string, userId: string): string =>
  createHmac('sha256', key).update(userId).digest('base64url');
