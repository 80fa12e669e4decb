import type { Answer } from '../../knowledge/answer/answer.ts';
import type { Text } from '../../knowledge/answer/text.ts';
import type { Invocation } from '../command.ts';

/** One possible answer: said in a word, with its letter, or by its reaction. Letters and emojis differ within a question. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly letter: string;
  readonly emoji: string;
  /** Other ways to say it, folded: lower case, no accents. */
  readonly words: readonly string[];
}

interface Common {
  /** Key of the answer in the state. */
  readonly id: string;
  readonly prompt: Text;
  /** Whether the answers so far leave this question without object. */
  skip?(answers: Answers): boolean;
  /** False when « je ne sais pas » is no answer. Default: true. */
  readonly mayBeUnknown?: boolean;
}

/** One thing asked: one choice, several choices (or none of them), or a text of its own. */
export type Question = Common &
  (
    | { readonly kind: 'one'; readonly choices: readonly Choice[] }
    | { readonly kind: 'several'; readonly choices: readonly Choice[]; readonly none: Choice }
    /** `read` gives the value to keep, or null if the text is not what is `expected`. */
    | { readonly kind: 'free'; readonly expected: string; read(text: string): string | null }
  );

/** A value, a list of values, or null: « je ne sais pas ». */
export type AnswerValue = string | readonly string[] | null;
export type Answers = Readonly<Record<string, AnswerValue>>;

/** When and where something is said; an `Invocation` without its argument. */
export type InterviewContext = Omit<Invocation, 'args'>;

/** A guided interview: questions in order, then what to make of the answers. */
export interface Interview {
  /** Name of the command that starts it. */
  readonly name: string;
  readonly title: string;
  readonly questions: readonly Question[];
  /** Its end writes something: a correction comes too late then. */
  readonly writes?: boolean;
  /**
   * Called again when the same event is handled twice: what it does must be keyed by the event.
   * `Interviews.show` calls it too, under another event: only interviews without effect may be shown again.
   */
  conclude(answers: Answers, context: InterviewContext): Answer | Promise<Answer>;
}
