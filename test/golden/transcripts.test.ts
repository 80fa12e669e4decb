import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerLocally, composeLocally } from '../../bot/local.ts';
import { renderText } from '../../bot/render/text.ts';
import type { Answer } from '../../knowledge/answer/answer.ts';
import { questions } from './questions.ts';

const handler = composeLocally({}, { now: () => Date.parse('2026-11-22T09:00:00Z') });

// What a reader sees, kept as files to be read by eye. After an intended change: `npx vitest run test/golden -u`,
// then read the difference. The kind and the first passage stand in questions.ts: `-u` does not approve them.
describe('typical questions keep the answers that were read and approved', () => {
  it.each(questions)('$file: $question', async ({ file, question, kind, first }) => {
    const answer = await answerLocally(handler, { text: question, conversation: file, number: 1 });
    expect({ kind: answer.kind, first: answer.citations[0]?.passageId ?? null }).toEqual({ kind, first });
    const transcript = `> ${question}\n\n${masked(answer)}\n`;
    await expect(transcript).toMatchFileSnapshot(join(import.meta.dirname, 'transcripts', `${file}.txt`));
  });
});

/** Without what any text added to the corpus changes: its stamp and the date of its newest text. */
const masked = (answer: Answer): string =>
  renderText(answer)
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(answer.corpusVersion, '<corpus>')
    .replaceAll(/(Le texte le plus récent du corpus date du )[\d/]+/g, '$1<date>');
