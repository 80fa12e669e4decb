import type { Analysis } from './analysis.ts';
import type { BankedQuestion, QuestionBank } from './question-bank.ts';

/** How near the authored questions of one entry come to the question asked; all from 0 to 1. */
export interface Near {
  readonly best: number;
  readonly meanOfThree: number;
  readonly spelling: number;
  readonly question: BankedQuestion | null;
}

export const NOTHING_NEAR: Near = { best: 0, meanOfThree: 0, spelling: 0, question: null };

/** Nearest authored questions by owner. `without` leaves one out, to measure on questions not seen. */
export const nearestByOwner = (
  bank: QuestionBank,
  question: Analysis,
  owners: number,
  without?: BankedQuestion,
): readonly Near[] => {
  const likeness = bank.compare(question);
  const first = new Float64Array(owners);
  const second = new Float64Array(owners);
  const third = new Float64Array(owners);
  const spelling = new Float64Array(owners);
  const nearest = new Map<number, BankedQuestion>();
  for (const [at, banked] of bank.questions.entries()) {
    if (banked === without) continue;
    const { owner } = banked;
    const words = likeness.words[at] ?? 0;
    spelling[owner] = Math.max(spelling[owner] ?? 0, likeness.trigrams[at] ?? 0);
    if (words > (first[owner] ?? 0)) {
      third[owner] = second[owner] ?? 0;
      second[owner] = first[owner] ?? 0;
      first[owner] = words;
      nearest.set(owner, banked);
    } else if (words > (second[owner] ?? 0)) {
      third[owner] = second[owner] ?? 0;
      second[owner] = words;
    } else if (words > (third[owner] ?? 0)) third[owner] = words;
  }
  return Array.from({ length: owners }, (_, owner) => ({
    best: first[owner] ?? 0,
    meanOfThree: ((first[owner] ?? 0) + (second[owner] ?? 0) + (third[owner] ?? 0)) / 3,
    spelling: spelling[owner] ?? 0,
    question: nearest.get(owner) ?? null,
  }));
};
