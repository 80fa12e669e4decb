import type { Answers, AnswerValue, Interview, Question } from './interview.ts';

/** Where an interview stands; plain JSON, so that it survives a restart. Holds values, never what was typed. */
export interface InterviewState {
  readonly interview: string;
  readonly status: 'open' | 'done';
  readonly answers: Answers;
  /** Questions answered, in order: `retour` undoes the last. */
  readonly answered: readonly string[];
  /** Events that gave those answers; absent in what an older version has kept. */
  readonly sources?: readonly string[];
  /** Event of the command that began it. */
  readonly start?: string;
  /** Reactions that have ticked something on the current question, with what they ticked. */
  readonly tickedBy?: Readonly<Record<string, string>>;
  /** Choices ticked so far by reactions on the current question. */
  readonly ticked: readonly string[];
  /**
   * Events that our messages showing the current question answer. The same event again changes nothing;
   * a reaction counts only on one of those messages, so that it never answers another question.
   */
  readonly events: readonly string[];
  /** The interview has a thread of its own, where everything said is for it. */
  readonly ownThread: boolean;
}

/** @param known answers that are not asked again; `retour` does not undo them */
export const begin = (
  interview: Interview,
  event: string,
  ownThread: boolean,
  known: Answers = {},
): InterviewState => {
  const none = { answers: known, answered: [], ticked: [] };
  const first = { start: event, sources: [], events: [event] };
  const state = { interview: interview.name, status: 'open', ...none, ...first, ownThread } as const;
  return currentQuestion(interview, state) === null ? { ...state, status: 'done' } : state;
};

/** First question without answer that still has an object, or null at the end. */
export const currentQuestion = ({ questions }: Interview, { answers }: InterviewState): Question | null =>
  questions.find(({ id, skip }) => !Object.hasOwn(answers, id) && skip?.(answers) !== true) ?? null;

export const withAnswer = (
  interview: Interview,
  state: InterviewState,
  id: string,
  value: AnswerValue,
  event: string,
): InterviewState => {
  const next = {
    ...state,
    answers: { ...state.answers, [id]: value },
    answered: [...state.answered, id],
    sources: [...(state.sources ?? []), event],
    ticked: [],
    tickedBy: {},
    events: [event],
  };
  return { ...next, status: currentQuestion(interview, next) === null ? 'done' : 'open' };
};

/** Forgets the last answer; at the first question, only asks it again. */
export const undo = (state: InterviewState, event: string): InterviewState => {
  const last = state.answered.at(-1);
  return {
    ...state,
    status: 'open',
    answers: Object.fromEntries(Object.entries(state.answers).filter(([id]) => id !== last)),
    answered: state.answered.slice(0, -1),
    sources: (state.sources ?? []).slice(0, -1),
    ticked: [],
    tickedBy: {},
    events: [event],
  };
};

/** The same question, shown once more. */
export const shownAgain = (state: InterviewState, event: string): InterviewState => ({
  ...state,
  events: [...new Set([...state.events, event])],
});

/** Place of the current question and number of questions, as the answers so far let foresee. */
export const progress = ({ questions }: Interview, state: InterviewState): { step: number; of: number } => {
  const left = questions.filter(
    ({ id, skip }) => !Object.hasOwn(state.answers, id) && skip?.(state.answers) !== true,
  );
  return { step: state.answered.length + 1, of: state.answered.length + left.length };
};
