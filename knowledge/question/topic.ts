import type { Topic } from './schemas.ts';

/** The first topic whose words the folded question has, and none of its exceptions. */
export const topicOf = (topics: readonly Topic[], folded: string): Topic | null =>
  topics.find(
    ({ patterns, unless }) =>
      patterns.some((pattern) => pattern.test(folded)) && !unless.some((pattern) => pattern.test(folded)),
  ) ?? null;
