import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerLocally, composeLocally } from '../../bot/local.ts';
import { renderText } from '../../bot/render/text.ts';
import { questions } from './questions.ts';

const handler = composeLocally({}, { now: () => Date.parse('2026-11-22T09:00:00Z') });

// What a reader sees, kept as files to be read by eye. After an intended change: `npx vitest run test/golden -u`,
// then read the difference.
describe('typical questions keep the answers that were read and approved', () => {
  it.each(questions)('$file: $question', async ({ file, question }) => {
    const answer = await answerLocally(handler, { text: question, conversation: file, number: 1 });
    const transcript = `> ${question}\n\n${renderText(answer).replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')}\n`;
    await expect(transcript).toMatchFileSnapshot(join(import.meta.dirname, 'transcripts', `${file}.txt`));
  });
});
