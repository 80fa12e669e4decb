import { describe, expect, it } from 'vitest';
import { answerBatch } from '../../../bot/ask/batch.ts';
import type { BatchRecord } from '../../../bot/ask/record.ts';
import type { Answer } from '../../../knowledge/answer/answer.ts';
import { citation, dialogue, passages } from '../../support/answers.ts';
import { handlerOf } from '../../support/handlers.ts';
import { plain } from '../../support/plain.ts';

const run = async (lines: readonly string[], answer: (text: string) => Answer = dialogue) => {
  const { handler, received } = handlerOf(({ text }) => answer(text));
  async function* feed() {
    yield* lines;
  }
  const records: BatchRecord[] = await Array.fromAsync(answerBatch(handler, feed()));
  return { records: records.map((record) => ({ ...record, answer: plain(record.answer) })), received };
};

describe('a line of the batch', () => {
  it('gives status, text, citations, notices and data', async () => {
    const answer: Answer = {
      ...passages({ citations: [citation(), citation({ anchor: 'R6', lang: 'en' })] }),
      notices: [{ code: 'x', text: ['Une ', { kind: 'strong', text: 'réserve' }] }],
      data: { command: 'regle', euros: 1 },
    };
    const { records } = await run(['{"id":"q1","question":"R9 ?","kind":"lookup"}'], () => answer);
    expect(records).toEqual([
      {
        id: 'q1',
        status: 'answered',
        answer: expect.stringContaining('« Une phrase citée. »'),
        citations: [
          { document: 'circulaire-2023', anchor: 'R9', quote: 'Une phrase citée.', lang: 'fr' },
          { document: 'circulaire-2023', anchor: 'R6', quote: 'Une phrase citée.', lang: 'en' },
        ],
        lead: 'Une réponse courte.',
        notices: ['Une réserve'],
        data: { command: 'regle', euros: 1 },
      },
    ]);
  });

  it.each<[Answer['kind'], string]>([
    ['passages', 'answered'],
    ['verdict', 'answered'],
    ['report', 'answered'],
    ['dialogue', 'answered'],
    ['not-found', 'not_found'],
    ['refused', 'error'],
  ])('of kind %s has status %s', async (kind, status) => {
    const fields = { kind, code: 'X', reason: { state: 'near', code: 'x' }, citations: [citation()] };
    const answer = { ...dialogue('x'), ...fields } as Answer;
    expect((await run(['{"id":1,"question":"x"}'], () => answer)).records).toMatchObject([{ id: 1, status }]);
  });
});

describe('a line that cannot be read', () => {
  it.each([
    ['an empty line', '', null, 'elle est vide'],
    ['spaces', '  \t', null, 'elle est vide'],
    ['no JSON', 'Que dit R9 ?', null, 'ce n’est pas du JSON'],
    ['JSON that is no object', '42', null, '« question » manque'],
    ['no question', '{"id":"q7"}', 'q7', '« question » manque'],
    ['a question that is no text', '{"id":"q7","question":["R9"]}', 'q7', '« question » manque'],
    ['an empty question', '{"id":"q7","question":" "}', 'q7', 'aucun mot'],
    ['a question without words', '{"id":"q7","question":"?!"}', 'q7', 'aucun mot'],
    ['a line cut in the middle', '{"id":"q7","question":"R9', null, 'ce n’est pas du JSON'],
    ['hidden keys', '{"__proto__":{"question":"R9"}}', null, '« question » manque'],
  ])('%s: an error that names its number; the next line is answered', async (_, line, id, found) => {
    const { records } = await run(['{"id":"a","question":"x"}', line, '{"id":"b","question":"y"}']);
    expect(records.map((record) => record.status)).toEqual(['answered', 'error', 'answered']);
    expect(records[1]).toMatchObject({ id, citations: [], notices: [] });
    expect(records[1]?.answer).toMatch(/^Ligne 2 : /);
    expect(records[1]?.answer).toContain(found);
    expect(records[1]?.answer).toContain('{"id": "q1", "question": "Que dit la règle R9 ?"}');
  });
});

describe('the batch', () => {
  it('answers a line without id, or with an id of another sort, under null', async () => {
    const { records } = await run(['{"question":"x"}', '{"id":{"a":1},"question":"y"}']);
    expect(records).toMatchObject([
      { id: null, status: 'answered', answer: 'x' },
      { id: null, status: 'answered', answer: 'y' },
    ]);
  });

  it('answers 1,000 lines in order', async () => {
    const lines = Array.from({ length: 1000 }, (_, index) =>
      JSON.stringify({ id: index, question: `q${index}` }),
    );
    const { records } = await run(lines);
    expect(records.map(({ id, answer }) => `${id}=${answer}`)).toEqual(
      lines.map((_, index) => `${index}=q${index}`),
    );
  });

  it('makes each line a conversation of its own, addressed to the bot', async () => {
    const { received } = await run(['{"question":"!sensibilite"}', '{"question":"oui"}']);
    expect(new Set(received.map(({ roomId }) => roomId)).size).toBe(2);
    expect(received.every(({ addressed, room }) => addressed === 'direct' && room === 'console')).toBe(true);
  });
});

describe('lines of one conversation', () => {
  it('are turns of one person in one room; the others stand alone', async () => {
    const { received } = await run([
      '{"id":1,"conversation":"a","question":"x"}',
      '{"id":2,"conversation":7,"question":"y"}',
      '{"id":3,"question":"z"}',
      '{"id":4,"conversation":"a","question":"t"}',
    ]);
    const rooms = received.map(({ roomId }) => roomId);
    expect(rooms[3]).toBe(rooms[0]);
    expect(new Set(rooms).size).toBe(3);
    expect(new Set(received.map(({ eventId }) => eventId)).size).toBe(4);
  });
});
