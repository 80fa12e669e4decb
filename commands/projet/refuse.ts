import type { Answer } from '../../knowledge/answer/answer.ts';
import { code, type Span } from '../../knowledge/answer/text.ts';
import { KEYS } from '../../knowledge/project/keys.ts';
import { bullets, echo, frame, refused } from '../answers.ts';
import type { Invocation } from '../command.ts';
import type { ProjectTools } from './tools.ts';
import { EXAMPLE, EXPECTED, WRONG } from './wording.ts';
import type { SaidProblem } from './write/read-said.ts';

/** A request on the sheet that cannot be served as written: what was read, what was expected, an example. */
export const refuse = (
  asked: Pick<Invocation, 'today'>,
  { corpus }: Pick<ProjectTools, 'corpus'>,
  action: string,
  refusal: {
    readonly code: string;
    readonly title?: string;
    readonly explain: readonly Span[];
    readonly example: string;
  },
): Answer =>
  refused(frame(asked, corpus.version), {
    title: 'Fiche du projet : demande non comprise',
    ...refusal,
    data: { command: 'projet', action },
  });

/** Everything that is wrong with what was typed. Nothing is written. */
export const refuseSaid = (
  asked: Pick<Invocation, 'today'>,
  tools: Pick<ProjectTools, 'corpus'>,
  action: string,
  problems: readonly SaidProblem[],
): Answer => {
  const answer = refuse(asked, tools, action, {
    code: problems[0]?.code ?? 'LIGNE_ILLISIBLE',
    explain: ['Rien n’est écrit tant que la ligne n’est pas comprise en entier.'],
    example: EXAMPLE,
  });
  return { ...answer, blocks: [bullets(problems.map(describe)), ...answer.blocks] };
};

const describe = ({ code: problem, name, read }: SaidProblem): Span[] => {
  const before: Span[] = ['Lu : ', code(echo(read)), '. '];
  if (problem === 'CLE_INCONNUE')
    return [...before, `Cette clé n’existe pas. Attendu : ${Object.keys(KEYS).join(', ')}.`];
  if (problem === 'CLE_REPETEE') return [...before, 'Cette clé est donnée deux fois.'];
  if (problem === 'GUILLEMET_NON_FERME') return [...before, 'Le guillemet ouvert n’est pas fermé.'];
  if (name === null) return [...before, WRONG[problem]];
  const { kind, choices } = KEYS[name];
  const expected = choices === undefined ? EXPECTED[kind] : `${Object.keys(choices).join(', ')}, ou ?`;
  return [...before, `${WRONG[problem]} Attendu : ${expected}.`];
};
