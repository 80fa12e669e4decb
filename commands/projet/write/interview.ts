import type { Answer } from '../../../knowledge/answer/answer.ts';
import {
  FACT_NAMES,
  type FactName,
  isSaid,
  NO_SHEET_FACTS,
  type SaidFacts,
  type SheetFacts,
} from '../../../knowledge/project/facts.ts';
import { KEYS } from '../../../knowledge/project/keys.ts';
import { readFact } from '../../../knowledge/project/read-fact.ts';
import { ATTEINTES } from '../../../knowledge/rules/sensibilite-types.ts';
import { paragraph } from '../../answers.ts';
import type { Asked } from '../../command.ts';
import type { Answers, AnswerValue, Choice, Interview, Question } from '../../interview/interview.ts';
import { refuseWriting } from '../access.ts';
import { questionOf } from '../doctrine.ts';
import type { GuidedProjectTools, ProjectTools } from '../tools.ts';
import { ATTEINTE, ENTITE, ETAT, EXPECTED, HEBERGEMENT, WARNING } from '../wording.ts';
import { declareFacts } from './declare.ts';

/** The guided form of `!projet remplir`: what the sheet does not hold yet, one fact at a time. */
export const createProjectInterview = (tools: ProjectTools): Interview => ({
  name: 'projet',
  title: 'Fiche du projet',
  writes: true,
  questions: [
    free('nom', 'Comment s’appelle le projet ?', 'SIRH', tools),
    one('entite', questionOf('entite', NO_SHEET_FACTS), ENTITE),
    one(
      'etat',
      'Est-ce un nouveau projet, une évolution, de la maintenance, ou un projet déjà engagé ?',
      ETAT,
    ),
    { ...free('part', questionOf('part', NO_SHEET_FACTS), '60 %', tools), skip: isNotEvolution },
    {
      ...yesNo('prestataire_change', questionOf('changementPrestataire', NO_SHEET_FACTS)),
      skip: isNotEvolution,
    },
    one(
      'hebergement',
      'L’hébergement : une offre commerciale, le cloud interne de l’État, ou hors cloud ?',
      HEBERGEMENT,
    ),
    {
      ...free('fournisseur', 'Quel fournisseur, ou quelle offre ?', 'Outscale', tools),
      skip: isNotCommercial,
    },
    yesNo('collaboratif', questionOf('service', NO_SHEET_FACTS)),
    free('donnees', 'Quelles données le système traite-t-il ?', 'paie, santé', tools),
    {
      ...yesNo('personnelles', questionOf('personnelles', NO_SHEET_FACTS)),
      skip: ({ donnees }) => saysPersonal(donnees, tools),
    },
    yesNo('secret', questionOf('secret', { ...NO_SHEET_FACTS, donnees: ['rh'] })),
    yesNo('mission', questionOf('mission', NO_SHEET_FACTS)),
    HARMS,
    free('cout', questionOf('cents', NO_SHEET_FACTS), '3,5 M€', tools),
  ],
  conclude: (answers, context) => declareFacts(saidIn(answers, tools), context, tools),
});

/** `remplir`: asks what is not known yet, after saying who will read it. */
export const fillIn = async (asked: Asked, tools: GuidedProjectTools): Promise<Answer> => {
  const barred = refuseWriting(asked, tools);
  if (barred !== null) return barred;
  const sheet = await tools.store.find(asked.conversation.roomId);
  const answer = await tools.interviews.start('projet', asked, sheet === null ? {} : knownOf(sheet.facts));
  return { ...answer, blocks: [paragraph(WARNING), ...answer.blocks] };
};

/** In the place of a fact that is known and that no question depends on. */
const KEPT = '=';

const knownOf = (facts: SheetFacts): Answers =>
  Object.fromEntries(
    FACT_NAMES.filter((name) => isSaid(name, facts[name])).map((name): [string, AnswerValue] => {
      const value = facts[name];
      return [name, KEYS[name].kind === 'choice' && typeof value === 'string' ? value : KEPT];
    }),
  );

const saidIn = (answers: Answers, { readFacts }: ProjectTools): SaidFacts => {
  const read = FACT_NAMES.map((name): SaidFacts => {
    const value = answers[name];
    // « Je ne sais pas » takes nothing back of what others have said.
    if (value === undefined || value === null || value === KEPT) return {};
    const typed = typeof value === 'string' ? value : value.join(',') || 'aucune';
    const found = readFact(name, typed, readFacts);
    return found.ok ? found.said : {};
  });
  return Object.assign({}, ...read) as SaidFacts;
};

/** Some categories are personal data by their nature. */
const saysPersonal = (donnees: AnswerValue | undefined, { readFacts }: ProjectTools): boolean => {
  const read = typeof donnees === 'string' ? readFact('donnees', donnees, readFacts) : null;
  return read?.ok === true && read.said.personnelles === true;
};

const isNotEvolution = ({ etat }: Answers): boolean => etat !== 'evolution' && etat !== undefined;
const isNotCommercial = ({ hebergement }: Answers): boolean =>
  hebergement !== 'commercial' && hebergement !== undefined;

const KEYCAPS = ['1️⃣', '2️⃣', '3️⃣', '4️⃣', '5️⃣'];
const choice = (value: string, label: string, index: number, words: readonly string[] = []): Choice => ({
  value,
  label,
  letter: 'abcde'.charAt(index),
  emoji: KEYCAPS[index] ?? '',
  words: [String(index + 1), ...words],
});

const one = (id: FactName, prompt: string, labels: Readonly<Record<string, string>>): Question => ({
  id,
  kind: 'one',
  prompt: [prompt],
  choices: Object.entries(labels).map(([value, label], index) =>
    choice(value, label, index, KEYS[id].choices?.[value] ?? []),
  ),
});

const yesNo = (id: FactName, prompt: string): Question => ({
  id,
  kind: 'one',
  prompt: [prompt],
  choices: [
    { value: 'oui', label: 'oui', letter: 'o', emoji: '✅', words: ['yes'] },
    { value: 'non', label: 'non', letter: 'n', emoji: '❌', words: ['no'] },
  ],
});

const free = (id: FactName, prompt: string, example: string, { readFacts }: ProjectTools): Question => ({
  id,
  kind: 'free',
  prompt: [prompt],
  expected: `Attendu : ${EXPECTED[KEYS[id].kind].replace(/, entre guillemets.*/, '')}. Par exemple : ${example}`,
  read: (text) => (readFact(id, text, readFacts).ok ? text.trim() : null),
});

const HARMS: Question = {
  id: 'atteintes',
  kind: 'several',
  prompt: [questionOf('atteintes', NO_SHEET_FACTS)],
  choices: ATTEINTES.map((code, index) => choice(code, ATTEINTE[code], index)),
  none: { value: 'aucune', label: 'aucune', letter: 'n', emoji: '❌', words: ['non', 'aucun', 'rien'] },
};
