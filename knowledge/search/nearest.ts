import type { BankedQuestion, Likeness, QuestionBank } from './question-bank.ts';

/** How near the authored questions of one entry come to the question asked; all from 0 to 1. */
export interface Near {
  readonly best: number;
  readonly meanOfThree: number;
  readonly spelling: number;
  readonly spellingOfThree: number;
  readonly question: BankedQuestion | null;
}

export const NOTHING_NEAR: Near = {
  best: 0,
  meanOfThree: 0,
  spelling: 0,
  spellingOfThree: 0,
  question: null,
};

/** Nearest authored questions by owner. `without` leaves one out, to measure on questions not seen. */
export const nearestByOwner = (
  { questions, owners: ownerOf }: Pick<QuestionBank, 'questions' | 'owners'>,
  likeness: Likeness,
  owners: number,
  without?: BankedQuestion,
): readonly Near[] => {
  const words = createPodium(owners);
  const spelling = createPodium(owners);
  const nearest = new Int32Array(owners).fill(-1);
  const left = without === undefined ? -1 : questions.indexOf(without);
  for (let at = 0; at < ownerOf.length; at++) {
    if (at === left) continue;
    const owner = ownerOf[at] ?? 0;
    if (words.enter(owner, likeness.words[at] ?? 0)) nearest[owner] = at;
    spelling.enter(owner, likeness.trigrams[at] ?? 0);
  }
  return Array.from({ length: owners }, (_, owner) => ({
    best: words.best(owner),
    meanOfThree: words.mean(owner),
    spelling: spelling.best(owner),
    spellingOfThree: spelling.mean(owner),
    question: questions[nearest[owner] ?? -1] ?? null,
  }));
};

/** Three highest values of each owner. */
const createPodium = (owners: number) => {
  const steps = new Float64Array(owners * 3);
  const step = (owner: number, place: number): number => steps[owner * 3 + place] ?? 0;
  return {
    /** True when the value is the highest so far. */
    enter: (owner: number, value: number): boolean => {
      if (value <= step(owner, 2)) return false;
      let place = 2;
      for (; place > 0 && value > step(owner, place - 1); place--) {
        steps[owner * 3 + place] = step(owner, place - 1);
      }
      steps[owner * 3 + place] = value;
      return place === 0;
    },
    best: (owner: number): number => step(owner, 0),
    mean: (owner: number): number => (step(owner, 0) + step(owner, 1) + step(owner, 2)) / 3,
  };
};
