import type { Answer } from '../../knowledge/answer/answer.ts';

/** The whole answer as JSON: an `Answer` is plain data, nothing is added nor left out. */
export const renderJson = (answer: Answer): string => JSON.stringify(answer, null, 2);
