import { describe, expect, it } from 'vitest';
import { createFeedback } from '../../../bot/feedback/feedback.ts';
import { createMemoryFeedback } from '../../../bot/feedback/memory-store.ts';
import { readThumb } from '../../../bot/feedback/thumb.ts';
import { createLog } from '../../../bot/log/log.ts';
import type { Answer } from '../../../knowledge/answer/answer.ts';
import { passages } from '../../support/answers.ts';
import { conversation } from '../../support/commands/rule-commands.ts';
import { reaction } from '../../support/messages.ts';

describe('a thumb', () => {
  it.each([
    ['👍', true],
    ['👍🏻', true],
    ['👍🏿', true],
    ['👍️', true],
    ['👎', false],
    ['👎🏽', false],
  ])('%s counts', (key, liked) => {
    expect(readThumb(key)).toEqual({ liked });
  });

  it.each(['❤️', '👀', '1️⃣', '', 'oui', '👍👎', '🏽'])('%s does not', (key) => {
    expect(readThumb(key)).toBeNull();
  });
});

const refusal = (code: string): Answer => ({
  ...passages(),
  kind: 'not-found',
  reason: { state: 'outside', code },
  citations: [],
});

describe('what is kept of a question', () => {
  const setUp = (terms: ((question: string) => readonly string[]) | null = (text) => text.split(' ')) => {
    const store = createMemoryFeedback();
    const lines: string[] = [];
    const log = createLog({ level: 'debug', write: (line) => lines.push(line) });
    const feedback = createFeedback({ store, terms, log });
    const asked = (question: string, answer: Answer, eventId = '$q') =>
      feedback.asked(question, answer, {
        conversation: conversation({ eventId }),
        now: 0,
        today: '2026-11-22',
      });
    return { feedback, store, asked, lines };
  };

  it('is its terms, when it was refused', async () => {
    const { feedback, asked } = setUp();
    await asked('prix s3ns', refusal('tarif'));
    expect(await feedback.gaps(10)).toMatchObject([{ terms: ['prix', 's3ns'], refused: 1 }]);
  });

  it.each(['bavardage', 'detournement'])('is not shown when it was no question: %s', async (code) => {
    const { feedback, asked } = setUp();
    await asked('bonjour', refusal(code));
    expect(await feedback.gaps(10)).toEqual([]);
  });

  it('is shown once disliked', async () => {
    const { feedback, asked } = setUp();
    await asked('r9', passages());
    expect(await feedback.gaps(10)).toEqual([]);
    await feedback.reacted(reaction({ key: '👎🏽' }), '$q');
    expect(await feedback.gaps(10)).toMatchObject([{ terms: ['r9'], refused: 0, disliked: 1 }]);
  });

  it('is nothing without the consent of the configuration, reactions excepted', async () => {
    const { feedback, asked } = setUp(null);
    await asked('prix s3ns', refusal('tarif'));
    await feedback.reacted(reaction({ key: '👎' }), '$q');
    expect(feedback.kept).toBe(false);
    expect(await feedback.gaps(10)).toEqual([]);
    expect(await feedback.reactions()).toEqual({ liked: 0, disliked: 1 });
  });

  it('does not stand in the way of an answer when it cannot be written', async () => {
    const { store, lines } = setUp();
    const log = createLog({ level: 'debug', write: (line) => lines.push(line) });
    const full = async (): Promise<never> => {
      throw Object.assign(new Error('disk full: prix s3ns'), { code: 'ERR_SQLITE_ERROR' });
    };
    const feedback = createFeedback({ store: { ...store, asked: full, reacted: full }, terms: null, log });
    await feedback.asked('prix s3ns', passages(), {
      conversation: conversation(),
      now: 0,
      today: '2026-11-22',
    });
    await feedback.reacted(reaction(), '$q');
    expect(lines.filter((line) => line.includes('feedback-failed'))).toHaveLength(2);
    expect(lines.join('')).not.toContain('s3ns');
  });
});
