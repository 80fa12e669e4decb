import type { Answer } from '../../knowledge/answer/answer.ts';
import { code, type Span, strong, type Text } from '../../knowledge/answer/text.ts';
import { bullets, frame, paragraph } from '../answers.ts';
import type { Choice, Interview, InterviewContext, Question } from './interview.ts';
import { DONE_EMOJI, UNKNOWN } from './read-reply.ts';
import { type InterviewState, progress } from './state.ts';
import { INTERVIEW } from './wording.ts';

/** The question as a message: prompt, choices with their letter and emoji, and how to go back or stop. */
export const ask = (
  interview: Interview,
  state: InterviewState,
  question: Question,
  context: Pick<InterviewContext, 'today'>,
  corpusVersion: string,
  said: string | null = null,
): Answer => {
  const { step, of, exact } = progress(interview, state);
  const choices = choicesOf(question);
  return {
    ...frame(context, corpusVersion),
    kind: 'dialogue',
    title: `${interview.title} : question ${step} sur ${of}${exact ? '' : ' au plus'}`,
    blocks: [
      ...(said === null ? [] : [paragraph(said)]),
      { kind: 'paragraph', text: question.prompt },
      ...(question.kind === 'free' ? [paragraph(question.expected)] : []),
      ...(choices.length === 0 ? [] : [bullets(choices.map(line))]),
      ...(state.ticked.length === 0 ? [] : [paragraph(...ticked(question, state))]),
      paragraph(...howTo(question)),
    ],
    notices: [],
    citations: [],
    data: {
      command: interview.name,
      interview: 'open',
      question: question.id,
      step,
      of,
      exact,
      reactions: choices.map(({ emoji }) => emoji),
    },
  };
};

const choicesOf = (question: Question): readonly Choice[] => {
  const unknown = question.mayBeUnknown === false ? [] : [UNKNOWN];
  if (question.kind === 'free') return unknown;
  const none = question.kind === 'several' ? [question.none] : [];
  return [...question.choices, ...none, ...unknown];
};

const line = ({ emoji, label, letter }: Choice): Text => [
  `${emoji} `,
  strong(label),
  ' (',
  code(letter),
  ')',
];

const ticked = (question: Question, state: InterviewState): Span[] => {
  const choices = question.kind === 'several' ? question.choices : [];
  const labels = choices.filter(({ value }) => state.ticked.includes(value)).map(({ label }) => label);
  return [`${INTERVIEW.ticked} ${labels.join(', ')}. ${INTERVIEW.tickMore} ${DONE_EMOJI}.`];
};

const howTo = ({ kind }: Question): Span[] => [
  INTERVIEW.howTo[kind],
  ' ',
  code('retour'),
  ` ${INTERVIEW.back} `,
  code('annuler'),
  ` ${INTERVIEW.cancel}`,
];
