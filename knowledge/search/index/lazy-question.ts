import type { Analysis } from '../text/analysis.ts';
import type { BankedQuestion } from './question-bank.ts';

/** A banked question whose analysis is made when it is asked for: the indexes hold all that an answer needs of it. */
export const questionOf = (
  text: string,
  owner: number,
  analyze: (text: string) => Analysis,
): BankedQuestion => new LazyQuestion(text, owner, analyze);

/** A class, for there are thousands: one shape, one method. */
class LazyQuestion implements BankedQuestion {
  readonly text: string;
  readonly owner: number;
  readonly #analyze: (text: string) => Analysis;

  constructor(text: string, owner: number, analyze: (text: string) => Analysis) {
    this.text = text;
    this.owner = owner;
    this.#analyze = analyze;
  }

  get analysis(): Analysis {
    return this.#analyze(this.text);
  }
}
