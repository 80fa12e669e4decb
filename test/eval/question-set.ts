import { readFileSync } from 'node:fs';
import { z } from 'zod';

const item = z.object({
  id: z.string(),
  lang: z.enum(['fr', 'en']),
  question: z.string(),
  kind: z.string(),
  answerable: z.boolean(),
  /** Acceptable citations, best first. */
  gold: z.array(z.object({ doc: z.string(), anchor: z.string(), quote: z.string() })),
  /** What a right answer shows. */
  must_mention: z.array(z.string()).optional(),
});

export type QuestionItem = z.infer<typeof item>;

/** Reads a question set: one JSON object a line, as docs/evaluation.md describes it. */
export const readQuestionSet = (file: string): readonly QuestionItem[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => item.parse(JSON.parse(line)));
