import { shortDate } from '../../knowledge/answer/dates.ts';
import type { Plafond } from '../../knowledge/rules/plafond.ts';
import { PLAFOND_VERDICT } from './wording-plafond.ts';

/** The latest end of a derogation from R9, if one keeps the date of acceptable offer that was given. */
export const plafondSentence = ({ offreAcceptable, date, tombeUn }: Plafond): string =>
  `${PLAFOND_VERDICT.ifKept} ${shortDate(offreAcceptable)} ${PLAFOND_VERDICT.notAfter} ${shortDate(date)}${
    tombeUn === null ? '' : ` (un ${tombeUn})`
  }. ${PLAFOND_VERDICT.convention}`;
