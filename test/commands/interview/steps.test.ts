import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derogationInterview } from '../../../commands/derogation/interview.ts';
import type { RegisterTools } from '../../../commands/derogation/tools.ts';
import type { AnswerValue, Interview, Question } from '../../../commands/interview/interview.ts';
import { begin, currentQuestion, progress, withAnswer } from '../../../commands/interview/state.ts';
import type { ProjectTools } from '../../../commands/projet/tools.ts';
import { createProjectInterview } from '../../../commands/projet/write/interview.ts';
import { sensibiliteInterview } from '../../../commands/sensibilite/interview.ts';
import { loadFactLexicon } from '../../../knowledge/facts/load-lexicon.ts';
import { createFactReader } from '../../../knowledge/facts/read-facts.ts';
import { dialogue } from '../../support/answers.ts';

const INTERVIEWS: readonly Interview[] = [
  sensibiliteInterview(() => dialogue('')),
  derogationInterview({} as RegisterTools),
  createProjectInterview({ readFacts: createFactReader(loadFactLexicon()) } as ProjectTools),
];

/** All that one may answer. */
const answersTo = (question: Question): readonly AnswerValue[] => {
  const unknown = question.mayBeUnknown === false ? [] : [null];
  if (question.kind === 'free') return ['x', ...unknown];
  const values = question.choices.map(({ value }) => value);
  return question.kind === 'one'
    ? [...values, ...unknown]
    : [[], values, ...values.map((one) => [one]), ...unknown];
};

describe('the number of questions', () => {
  it.each(
    INTERVIEWS,
  )('of $name is never passed, and is the true one where it is said without « au plus »', (interview) => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), (picks) => {
        let state = begin(interview, '$0', false);
        const said: { of: number; exact: boolean; step: number }[] = [];
        for (const pick of picks) {
          const question = currentQuestion(interview, state);
          if (question === null) break;
          said.push(progress(interview, state));
          const values = answersTo(question);
          state = withAnswer(
            interview,
            state,
            question.id,
            values[pick % values.length] ?? null,
            `$${said.length}`,
          );
        }
        expect(state.status).toBe('done');
        for (const [index, { of, exact, step }] of said.entries()) {
          expect(step).toBe(index + 1);
          if (exact) expect(of).toBe(said.length);
          else expect(of).toBeGreaterThanOrEqual(said.length);
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['derogation', 10, true],
    ['sensibilite', 8, false],
  ])('of %s is %i from the first question on', (name, of, exact) => {
    const interview = INTERVIEWS.find((one) => one.name === name);
    expect(interview && progress(interview, begin(interview, '$0', false))).toEqual({ step: 1, of, exact });
  });
});
