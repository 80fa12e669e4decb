import type { Asks } from '../../knowledge/facts/asks.ts';
import type { DutyFact } from '../../knowledge/project/duties.ts';
import { type SheetFacts, toDossierFacts } from '../../knowledge/project/facts.ts';
import type { DossierFound } from '../../knowledge/rules/dossier/result.ts';
import type { VerdictCode } from '../verdicts/codes.ts';
import { FR } from '../verdicts/wording-fr.ts';
import { QUESTION, WHICH_DATA } from '../verdicts/wording-missing.ts';

/** A sentence of the verdicts, said of a sheet. */
export const sentenceOf = (code: VerdictCode, facts: SheetFacts, found: DossierFound): string => {
  const sentence = FR[code]({ facts: toDossierFacts(facts), found, asks: ABOUT_ALL, lang: 'fr' });
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
};

/** Whether the doctrine binds the entity, in the words of the verdicts. */
export const scopeSentence = (facts: SheetFacts, found: DossierFound): string =>
  sentenceOf(found.scope.code, facts, found);

/** The question about a fact that is missing, in full. */
export const questionOf = (fact: DutyFact, facts: SheetFacts): string => {
  if (fact === 'service' || fact === 'personnelles') return OTHER_QUESTION[fact];
  return fact === 'secret' && facts.donnees.length === 0 ? WHICH_DATA.fr : QUESTION.fr[fact];
};

const OTHER_QUESTION = {
  service: 'Est-ce un service collaboratif, ou un logiciel à la demande, offert aux agents (R11, R12) ?',
  personnelles: 'Le système traite-t-il des données personnelles, celles d’agents comprises ?',
} as const;

/** A sheet asks nothing in particular. */
const ABOUT_ALL: Asks = { topics: [], lookUp: false, sought: 'rules', limit: false, whetherBound: false };
