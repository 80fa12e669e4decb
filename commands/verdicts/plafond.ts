import type { Block } from '../../knowledge/answer/answer.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import { cite, strong } from '../../knowledge/answer/text.ts';
import type { Plafond } from '../../knowledge/rules/plafond.ts';
import { paragraph, type Quotes } from '../answers.ts';
import { PLAFOND_VERDICT } from './wording.ts';

/** The same in one sentence. */
export const plafondSentence = ({ offreAcceptable, date, tombeUn }: Plafond): string =>
  `${PLAFOND_VERDICT.ifKept} ${shortDate(offreAcceptable)} ${PLAFOND_VERDICT.notAfter} ${shortDate(date)}${
    tombeUn === null ? '' : ` (un ${tombeUn})`
  }. ${PLAFOND_VERDICT.convention}`;

/** The latest end of a derogation from R9, if one keeps the date of acceptable offer that was given. */
export const plafondBlocks = (end: Plafond, quotes: Quotes): readonly Block[] => {
  const { passage, quote } = end.citation;
  const weekday = end.tombeUn === null ? '' : ` (un ${end.tombeUn})`;
  return [
    paragraph(
      `${PLAFOND_VERDICT.ifKept} ${shortDate(end.offreAcceptable)} ${PLAFOND_VERDICT.notAfter} `,
      strong(shortDate(end.date)),
      `${weekday} `,
      cite(quotes.index(passage, quote)),
      '.',
    ),
    paragraph(PLAFOND_VERDICT.convention),
    quotes.block(passage, quote),
  ];
};
