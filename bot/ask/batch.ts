import { z } from 'zod';
import { answerLocally } from '../local.ts';
import type { Handler } from '../messages.ts';
import { type BatchRecord, errorRecord, recordOf } from './record.ts';

/**
 * Answers questions, one JSON object a line (`id`, `question`), in order. Lines with the same `conversation` are turns of
 * one person in one room. A line that cannot be read gives an
 * error that names its number; the others are answered all the same.
 */
export async function* answerBatch(
  handler: Handler,
  lines: AsyncIterable<string>,
): AsyncGenerator<BatchRecord> {
  let number = 0;
  const turns = new Map<string, number>();
  for await (const line of lines) {
    number += 1;
    const read = readLine(line, number);
    if ('status' in read) {
      yield read;
      continue;
    }
    // By default each line is a conversation of its own: an interview opened by one does not wait for the next.
    const named = read.conversation === undefined ? null : `batch/named/${read.conversation}`;
    const turn = named === null ? 1 : (turns.get(named) ?? 0) + 1;
    if (named !== null) turns.set(named, turn);
    const conversation = named ?? `batch/${number}`;
    yield recordOf(
      read.id,
      await answerLocally(handler, { text: read.question, conversation, number: turn }),
    );
  }
}

const id = z.union([z.string(), z.number()]).nullable().catch(null);
const withId = z.looseObject({ id });
const withQuestion = z.object({
  id,
  question: z.string(),
  conversation: z.union([z.string(), z.number()]).optional().catch(undefined),
});

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
