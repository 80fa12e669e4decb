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
export const currentQuestion = (
  { questions }: Interview,
  { answers }: Pick<InterviewState, 'answers'>,
): Question | null =>
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

/**
 * Place of the current question, and how many there will be at most; `exact` when the answers to come cannot make them fewer.
 */
export const progress = (
  interview: Interview,
  { answered, answers }: Pick<InterviewState, 'answered' | 'answers'>,
): { readonly step: number; readonly of: number; readonly exact: boolean } => {
  const { least, most } = leftAfter(interview, answers);
  return { step: answered.length + 1, of: answered.length + most, exact: least === most };
};

/** How few and how many questions may still be asked: every answer that may leave others without object is tried. */
const leftAfter = (interview: Interview, answers: Answers): { least: number; most: number } => {
  const question = currentQuestion(interview, { answers });
  if (question === null) return { least: 0, most: 0 };
  const later = interview.questions.slice(interview.questions.indexOf(question) + 1);
  // What nothing later may depend on needs no trying.
  const values = later.some(({ skip }) => skip !== undefined) ? answersTo(question) : [null];
  const rest = values.map((value) => leftAfter(interview, { ...answers, [question.id]: value }));
  return {
    least: 1 + Math.min(...rest.map(({ least }) => least)),
    most: 1 + Math.max(...rest.map(({ most }) => most)),
  };
};

/** No question depends on a text; of several choices, none or some is all that others may depend on. */
const answersTo = (question: Question): readonly AnswerValue[] => {
  if (question.kind === 'free') return [null];
  const values = question.choices.map(({ value }) => value);
  const unknown = question.mayBeUnknown === false ? [] : [null];
  return question.kind === 'one' ? [...values, ...unknown] : [[], values, ...unknown];
};
