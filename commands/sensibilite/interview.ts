import type { Answer } from '../../knowledge/answer/answer.ts';
import { ATTEINTES, type SensibiliteFacts } from '../../knowledge/rules/sensibilite-types.ts';
import type { Answers, Choice, Interview, InterviewContext, Question } from '../interview/interview.ts';
import { factsOf } from './facts.ts';
import { ATTEINTE, HEBERGEMENT, SENSIBILITE } from './wording.ts';
import { QUESTION } from './wording-questions.ts';

/** The guided interview of `!sensibilite`: one fact at a time, those without object left out. */
export const sensibiliteInterview = (
  conclude: (facts: SensibiliteFacts, context: InterviewContext) => Answer,
): Interview => ({
  name: 'sensibilite',
  title: SENSIBILITE.title,
  questions: [
    yesNo('champ'),
    { id: 'hebergement', kind: 'one', prompt: [QUESTION.hebergement], choices: HOSTING, skip: outOfScope },
    yesNo('personnelles'),
    yesNo('sante'),
    yesNo('secret', outsideR9),
    yesNo('mission', outsideR9),
    {
      id: 'atteintes',
      kind: 'several',
      prompt: [QUESTION.atteintes],
      choices: HARMS,
      none: { value: 'aucune', label: 'aucune', letter: 'n', emoji: '❌', words: ['non', 'aucun', 'rien'] },
      skip: (answers) => outsideR9(answers) || firstConditionFails(answers),
    },
    yesNo('collaboratif', outsideR9),
  ],
  conclude: (answers, context) => conclude(factsOf(answers), context),
});

const YES: Choice = { value: 'oui', label: 'oui', letter: 'o', emoji: '✅', words: ['yes', 'ouais', 'vrai'] };
const NO: Choice = { value: 'non', label: 'non', letter: 'n', emoji: '❌', words: ['no', 'faux'] };

const HOSTING: readonly Choice[] = [
  {
    value: 'commercial',
    label: HEBERGEMENT.commercial,
    letter: 'c',
    emoji: '🏢',
    words: ['commerciale', 'offre commerciale', 'prive', 'cloud commercial'],
  },
  {
    value: 'interne',
    label: HEBERGEMENT.interne,
    letter: 'i',
    emoji: '🏛️',
    words: ['cloud interne', 'nubo', 'pi', 'cloud pi', 'etat'],
  },
];

const KEYCAPS = ['1️⃣', '2️⃣', '3️⃣', '4️⃣'];
const HARMS: readonly Choice[] = ATTEINTES.map((value, index) => ({
  value,
  label: ATTEINTE[value],
  letter: 'abcd'.charAt(index),
  emoji: KEYCAPS[index] ?? '',
  words: [String(index + 1)],
}));

const yesNo = (id: keyof SensibiliteFacts, skip: (answers: Answers) => boolean = () => false): Question => ({
  id,
  kind: 'one',
  prompt: [QUESTION[id]],
  choices: [YES, NO],
  skip,
});

const outOfScope = ({ champ }: Answers): boolean => champ === 'non';

/** R9 has no object for an entity out of scope, nor on the internal cloud. */
const outsideR9 = (answers: Answers): boolean => outOfScope(answers) || answers.hebergement === 'interne';

/** Without secret nor mission, the harm no longer matters; « no secret » is not believed of health data. */
const firstConditionFails = ({ secret, mission, sante }: Answers): boolean =>
  secret === 'non' && mission === 'non' && sante !== 'oui';
