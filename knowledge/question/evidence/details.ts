import type { BankedQuestion } from '../../search/index/question-bank.ts';
import type { Detail } from '../schemas.ts';

export interface DetailReader {
  readonly codes: readonly string[];
  /** Codes of what a folded question asks for. */
  of(folded: string): ReadonlySet<string>;
  /** Share of these questions that ask for it, from 0 to 1. */
  share(code: string, questions: readonly BankedQuestion[]): number;
}

/** Tells what a question asks for (a number, a price, a name…) by the words of `out-of-scope/details.yaml`. */
export const createDetailReader = (details: readonly Detail[]): DetailReader => {
  const known = new WeakMap<BankedQuestion, ReadonlySet<string>>();
  const of = (folded: string): ReadonlySet<string> =>
    new Set(
      details
        .filter(({ patterns }) => patterns.some((pattern) => pattern.test(folded)))
        .map(({ code }) => code),
    );
  const ofBanked = (question: BankedQuestion): ReadonlySet<string> => {
    const found = known.get(question) ?? of(question.analysis.folded);
    known.set(question, found);
    return found;
  };
  return {
    codes: details.map(({ code }) => code),
    of,
    share: (code, questions) =>
      questions.length === 0
        ? 0
        : questions.filter((question) => ofBanked(question).has(code)).length / questions.length,
  };
};
