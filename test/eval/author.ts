import { join } from 'node:path';
import { type QuestionItem, readQuestionSet } from './question-set.ts';

const setOf = (name: string): readonly QuestionItem[] =>
  readQuestionSet(join(import.meta.dirname, 'sets', `${name}.jsonl`));

/**
 * Whole messages by somebody who saw the texts alone, half of them without answer and in the same tones: what the
 * evidence of the refusal is fitted on beside the data. No bot has learned them.
 */
export const readAuthor = (): readonly QuestionItem[] => setOf('third-1');

/**
 * The same by several writers, writer by writer: what the weights of words are learned from. `third-3` is kept for
 * measuring.
 */
export const readAuthors = (): ReadonlyMap<string, readonly QuestionItem[]> =>
  new Map(Object.entries(AUTHORS).map(([writer, sets]) => [writer, sets.flatMap(setOf)]));

const AUTHORS: Readonly<Record<string, readonly string[]>> = {
  'third-1': ['third-1'],
  'third-2': ['third-2'],
  'strangers-1': ['strangers-1'],
  'strangers-2': ['strangers-2'],
  'strangers-3': ['strangers-3'],
  unseen: ['unseen-2026-11-27', 'unseen-2026-11-27-2', 'unseen-2026-11-28', 'unseen-2026-11-28-2'],
  voices: ['voices-1', 'voices-2', 'voices-3', 'voices-4'],
  'held-out': ['held-out', 'held-out-2'],
};
