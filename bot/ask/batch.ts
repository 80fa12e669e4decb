import { z } from 'zod';
import { answerLocally } from '../local.ts';
import type { Handler } from '../messages.ts';
import { type BatchRecord, errorRecord, recordOf } from './record.ts';

/**
 * Answers questions, one JSON object a line (`id`, `question`), in order. A line that cannot be read gives an
 * error that names its number; the others are answered all the same.
 */
export async function* answerBatch(
  handler: Handler,
  lines: AsyncIterable<string>,
): AsyncGenerator<BatchRecord> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    const read = readLine(line, number);
    // Each line is a conversation of its own: an interview opened by one does not wait for the next.
    yield 'status' in read
      ? read
      : recordOf(
          read.id,
          await answerLocally(handler, { text: read.question, conversation: `batch/${number}`, number: 1 }),
        );
  }
}

const id = z.union([z.string(), z.number()]).nullable().catch(null);
const withId = z.looseObject({ id });
const withQuestion = z.object({ id, question: z.string() });

const EXAMPLE = '{"id": "q1", "question": "Que dit la règle R9 ?"}';

const readLine = (line: string, number: number): z.infer<typeof withQuestion> | BatchRecord => {
  const wrong = (found: string, of: unknown = null): BatchRecord =>
    errorRecord(
      withId.safeParse(of).data?.id ?? null,
      `Ligne ${number} : ${found}. Attendu, sur une seule ligne : ${EXAMPLE}`,
    );
  if (line.trim() === '') return wrong('elle est vide');
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return wrong('ce n’est pas du JSON');
  }
  const parsed = withQuestion.safeParse(value);
  if (!parsed.success) return wrong('le champ « question » manque ou n’est pas un texte', value);
  if (!/[\p{L}\p{N}]/u.test(parsed.data.question)) return wrong('la question ne contient aucun mot', value);
  return parsed.data;
};
