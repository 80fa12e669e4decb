import type { Answer } from '../../knowledge/answer/answer.ts';
import { code, type Span } from '../../knowledge/answer/text.ts';
import { bullets, frame, paragraph, refused } from '../answers.ts';
import type { InterviewContext } from '../interview/interview.ts';
import { INTERVIEW } from '../interview/wording.ts';
import type { OneLineProblem } from './one-line.ts';
import { KINDS_EXAMPLES, LINE_PROBLEM } from './wording-refusals.ts';

const EXAMPLE =
  '!sensibilite champ=oui hebergement=commercial secret=oui mission=non atteintes=sante_vie personnelles=oui sante=oui';

/** Everything that is wrong in a one-line form, each with what was expected. */
export const refuseLine = (
  context: Pick<InterviewContext, 'today'>,
  corpusVersion: string,
  problems: readonly OneLineProblem[],
): Answer => {
  const common = refused(frame(context, corpusVersion), {
    title: 'Ligne non comprise',
    code: problems[0]?.code ?? 'VALEUR_INCONNUE',
    explain: ['Rien n’est conclu tant que la ligne n’est pas comprise en entier.'],
    example: EXAMPLE,
    data: { command: 'sensibilite', outcome: null, also: [], missing: [], problems },
  });
  return { ...common, blocks: [bullets(problems.map(describe)), ...common.blocks] };
};

const describe = ({ code: problem, key, value, expected, suggestion }: OneLineProblem): Span[] => {
  const read = problem === 'MOT_SANS_CLE' ? key : `${key}=${value}`;
  return [
    'Lu : ',
    code(read.slice(0, 60)),
    `. ${LINE_PROBLEM[problem]}`,
    expected.length === 0 ? '' : ` Attendu : ${expected.join(', ')}.`,
    ...(suggestion === null ? [] : [' Vouliez-vous dire ', code(suggestion), ' ?']),
  ].filter((span) => span !== '');
};

/** Words that name no kind of data of which the texts speak: the interview is the way. */
export const refuseWords = (context: Pick<InterviewContext, 'today'>, corpusVersion: string): Answer =>
  refused(frame(context, corpusVersion), {
    title: 'Nature de données inconnue',
    code: 'NATURE_INCONNUE',
    explain: [
      `Les textes ne disent rien de propre à ces mots. Natures reconnues, entre autres : ${KINDS_EXAMPLES}. Pour examiner les deux conditions de R9, l’entretien guidé commence par la commande seule.`,
    ],
    example: '!sensibilite',
    data: { command: 'sensibilite', outcome: null, also: [], missing: [] },
  });

/** `verdict`, `retour` or `annuler` where nothing is under way. */
export const noInterview = (context: Pick<InterviewContext, 'today'>, corpusVersion: string): Answer => ({
  ...frame(context, corpusVersion),
  kind: 'refused',
  code: 'AUCUN_ENTRETIEN',
  title: INTERVIEW.noneTitle,
  blocks: [paragraph(INTERVIEW.none, code('!sensibilite'), '.')],
  notices: [],
  citations: [],
  data: { command: 'sensibilite', outcome: null, also: [], missing: [], error: 'AUCUN_ENTRETIEN' },
});
