import type { BankedQuestion } from '../../search/index/question-bank.ts';
import type { Detail } from '../schemas.ts';

export interface DetailReader {
  readonly codes: readonly string[];
  /** Codes of what a folded question asks for. */
  of(folded: string): ReadonlySet<string>;
  /** Share of the questions of a card that ask for it, from 0 to 1. */
  shareOfCard(code: string, questions: readonly BankedQuestion[]): number;
  /** The same for a passage, whose first questions are read. */
  shareOfPassage(code: string, questions: readonly BankedQuestion[]): number;
}

/** Share by code, for one list of questions. */
export type Shares = readonly number[];

/** Sample questions of a passage that are read. */
const MOST_QUESTIONS = 60;

/**
 * Tells what a question asks for (a number, a price, a name…) by the words of `out-of-scope/details.yaml`.
 * @param known shares of lists that were read already; the others are read when they are asked for
 */
export const createDetailReader = (
  details: readonly Detail[],
  known: Iterable<readonly [readonly BankedQuestion[], Shares]> = [],
): DetailReader => {
  const codes = details.map(({ code }) => code);
  const places = new Map(codes.map((code, at) => [code, at]));
  const shares = new WeakMap<readonly BankedQuestion[], Shares>(known);
  const sharesOf = (questions: readonly BankedQuestion[], read: typeof sharesOfCard): Shares => {
    const held = shares.get(questions) ?? read(details, questions);
    shares.set(questions, held);
    return held;
  };
  return {
    codes,
    of: (folded) => asking(details, folded),
    shareOfCard: (code, questions) => sharesOf(questions, sharesOfCard)[places.get(code) ?? -1] ?? 0,
    shareOfPassage: (code, questions) => sharesOf(questions, sharesOfPassage)[places.get(code) ?? -1] ?? 0,
  };
};

/** What `createDetailReader` may be given for the questions of a card. */
export const sharesOfCard = (details: readonly Detail[], questions: readonly BankedQuestion[]): Shares => {
  const asked = questions.map(({ analysis }) => asking(details, analysis.folded));
  return details.map(({ code }) =>
    asked.length === 0 ? 0 : asked.filter((codes) => codes.has(code)).length / asked.length,
  );
};

/** The same for the sample questions of a passage. */
export const sharesOfPassage = (details: readonly Detail[], questions: readonly BankedQuestion[]): Shares =>
  sharesOfCard(details, questions.slice(0, MOST_QUESTIONS));

const asking = (details: readonly Detail[], folded: string): ReadonlySet<string> =>
  new Set(
    details
      .filter(({ patterns }) => patterns.some((pattern) => pattern.test(folded)))
      .map(({ code }) => code),
  );
