import { ATTEINTES, type SensibiliteFacts } from '../../knowledge/rules/sensibilite-types.ts';
import type { Answers } from '../interview/interview.ts';
import { ATTEINTE, FAIT, HEBERGEMENT, SENSIBILITE } from './wording.ts';

/** The facts in one line, for the reader to check: « entité dans le champ : oui ; hébergement : … ». */
export const describeFacts = (facts: SensibiliteFacts): string => {
  const yesNo = (value: boolean | null): string =>
    value === null ? SENSIBILITE.unknown : value ? 'oui' : 'non';
  const { hebergement, atteintes } = facts;
  const harms =
    atteintes === null
      ? SENSIBILITE.unknown
      : atteintes.map((code) => ATTEINTE[code]).join(', ') || SENSIBILITE.none;
  return [
    `${FAIT.champ} : ${yesNo(facts.champ)}`,
    `${FAIT.hebergement} : ${hebergement === null ? SENSIBILITE.unknown : HEBERGEMENT[hebergement]}`,
    `${FAIT.secret} : ${yesNo(facts.secret)}`,
    `${FAIT.mission} : ${yesNo(facts.mission)}`,
    `${FAIT.atteintes} : ${harms}`,
    `${FAIT.personnelles} : ${yesNo(facts.personnelles)}`,
    `${FAIT.sante} : ${yesNo(facts.sante)}`,
    ...(facts.collaboratif === null ? [] : [`${FAIT.collaboratif} : ${yesNo(facts.collaboratif)}`]),
  ].join(' ; ');
};

/** Facts from the values of the interview: `oui`, `non`, a hosting, a list of harms; absent or null = not known. */
export const factsOf = (answers: Answers): SensibiliteFacts => {
  const yesNo = (id: string): boolean | null => {
    const value = answers[id];
    return typeof value === 'string' ? value === 'oui' : null;
  };
  const harms = answers.atteintes;
  const hosting = answers.hebergement;
  return {
    champ: yesNo('champ'),
    hebergement: hosting === 'commercial' || hosting === 'interne' ? hosting : null,
    secret: yesNo('secret'),
    mission: yesNo('mission'),
    atteintes: Array.isArray(harms) ? ATTEINTES.filter((code) => harms.includes(code)) : null,
    personnelles: yesNo('personnelles'),
    sante: yesNo('sante'),
    collaboratif: yesNo('collaboratif'),
  };
};
