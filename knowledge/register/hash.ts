import { createHash } from 'node:crypto';

/** Short name of a content: eight hexadecimal digits. */
export const hashOf = (content: string): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 8);
