import type { Notice } from '../../knowledge/answer/answer.ts';
import { shortDate } from '../../knowledge/answer/dates.ts';
import type { DateAssumption } from '../../knowledge/dates/read-day.ts';
import { dayOfWeek, type IsoDate } from '../../knowledge/rules/time/iso-date.ts';
import { echo } from '../answers.ts';
import { weekdayText } from '../digest/wording.ts';

/** A day that was read with something decided that the words did not say. */
export interface Assumed {
  readonly read: string;
  readonly date: IsoDate;
  readonly assumed: DateAssumption;
}

/** One sentence that says what was decided, for the person to correct. */
export const assumedText = ({ read, date, assumed }: Assumed): string =>
  `« ${echo(read)} » a été lu comme le ${shortDate(date)}${WHY[assumed](date)}.`;

export const assumedNotices = (list: readonly Assumed[]): readonly Notice[] =>
  list.length === 0 ? [] : [{ code: 'date-lue', text: [list.map(assumedText).join(' ')] }];

const WHY: Record<DateAssumption, (date: IsoDate) => string> = {
  DERNIER_JOUR: () => ', dernier jour du mois',
  AUTRE_JOUR_DE_SEMAINE: (date) => `, qui est un ${weekdayText(dayOfWeek(date) ?? 1)} : vérifiez`,
};
