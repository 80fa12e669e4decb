import type { Answer } from '../../knowledge/answer/answer.ts';
import type { Span } from '../../knowledge/answer/text.ts';
import { bullets, frame, refused } from '../answers.ts';
import type { Invocation } from '../command.ts';
import { describe, type Problem } from './problem.ts';

/** A request on the register that cannot be served as written. */
export const refuse = (
  invocation: Pick<Invocation, 'today'>,
  corpusVersion: string,
  action: string,
  refusal: { readonly code: string; readonly explain: readonly Span[]; readonly example: string },
): Answer =>
  refused(frame(invocation, corpusVersion), {
    title: 'Registre des dérogations : demande non comprise',
    ...refusal,
    data: { command: 'derogation', action },
  });

/** Everything that is wrong with a line, each with what was expected. Nothing is written. */
export const refuseLine = (
  invocation: Pick<Invocation, 'today'>,
  corpusVersion: string,
  action: string,
  problems: readonly Problem[],
  example: string,
): Answer => {
  const answer = refuse(invocation, corpusVersion, action, {
    code: problems[0]?.code ?? 'LIGNE_ILLISIBLE',
    explain: ['Rien n’est écrit tant que la ligne n’est pas comprise en entier.'],
    example,
  });
  return { ...answer, blocks: [bullets(problems.map(describe)), ...answer.blocks] };
};
