import type { Answer } from '../../knowledge/answer/answer.ts';
import { code } from '../../knowledge/answer/text.ts';
import { frame, paragraph } from '../answers.ts';
import type { Interview, InterviewContext } from './interview.ts';
import type { InterviewState } from './state.ts';
import { INTERVIEW } from './wording.ts';

/** What somebody is told who corrects an answer after which others were given: nothing changed, and how to go back. */
export const tooLate = (
  { title, name }: Interview,
  { status }: InterviewState,
  context: InterviewContext,
  corpusVersion: string,
): Answer => ({
  ...frame(context, corpusVersion),
  kind: 'dialogue',
  title: `${title} : ${INTERVIEW.correction}`,
  blocks: [
    status === 'open'
      ? paragraph(INTERVIEW.correctedOpen, code('retour'), '.')
      : paragraph(INTERVIEW.correctedDone, code(`!${name}`), '.'),
  ],
  notices: [],
  citations: [],
  data: { command: name, interview: 'unchanged' },
});
