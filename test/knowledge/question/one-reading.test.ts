import { expect, it } from 'vitest';
import { decideAnswerability, LIMITS } from '../../../knowledge/question/answerability.ts';
import type { RankedCard } from '../../../knowledge/question/card-ranker.ts';
import type { Reading } from '../../../knowledge/question/reading.ts';

const card = (id: string, score: number, proofs: readonly string[]): RankedCard => ({
  subject: { id, versions: new Map(), passages: new Set(proofs), proofs, questions: [] },
  signals: { nearest: 0.3, nearestThree: 0.3, spelling: 0.3, spellingThree: 0.3, passage: 1 },
  score,
  questions: [],
});

const decide = (...cards: readonly RankedCard[]) =>
  decideAnswerability(
    {
      frame: { kind: 'question', core: 'une question' },
      ranking: { ranked: [] },
      references: { known: [], unknown: [], whole: false },
      cards,
      topic: null,
    } as unknown as Reading,
    () => 1,
  );

const near = LIMITS.card + LIMITS.margin / 2;

// Counted on strangers' questions: of two near cards that one passage proves, the first is right nine times in ten.
it.each([
  ['one passage proves both', ['R9'], ['R9', 'R4'], 'card'],
  ['they rest on different passages', ['R9'], ['R4'], 'unsure'],
] as const)('two near cards, %s: %s', (_, one, other, state) => {
  expect(decide(card('a', near, one), card('b', LIMITS.card, other)).state).toBe(state);
});

it('two cards that rest on different passages and are not near: the first answers', () => {
  const far = LIMITS.card + LIMITS.margin * 2;
  expect(decide(card('a', far, ['R9']), card('b', LIMITS.card, ['R4'])).state).toBe('card');
});
