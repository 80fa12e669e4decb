import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether an `Authorization` header presents the token; says nothing, by its time, of how near it came. */
export const presents = (header: string | undefined, token: string): boolean => {
  const presented = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
  return presented !== undefined && timingSafeEqual(digest(presented), digest(token));
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
