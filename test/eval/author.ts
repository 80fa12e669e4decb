import { join } from 'node:path';
import { type QuestionItem, readQuestionSet } from './question-set.ts';

/**
 * Whole messages by somebody who saw the texts alone, half of them without answer and in the same tones: what the
 * refusal is fitted on beside the data. No bot has learned them, and the other writer's (`third-2`) are kept for
 * measuring.
 */
export const readAuthor = (): readonly QuestionItem[] =>
  readQuestionSet(join(import.meta.dirname, 'sets/third-1.jsonl'));
