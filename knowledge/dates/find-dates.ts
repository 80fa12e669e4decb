import type { IsoDate } from '../rules/time/iso-date.ts';
import { MONTH } from './months.ts';
import { readDay } from './read-day.ts';

/** Days written within a folded text, as `readDay` reads them, each once, in the order of the text. */
export const findDates = (folded: string): readonly IsoDate[] => {
  const days = [...folded.matchAll(CANDIDATE)].map(([written]) => readDay(written));
  return [...new Set(days.flatMap((read) => (read.ok ? [read.date] : [])))];
};

/** What looks like a whole day; `readDay` decides. A month alone is no day within a sentence. */
const CANDIDATE = new RegExp(
  [
    String.raw`(?<![\d/.-])\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?![\d/])`,
    String.raw`(?<![\d/.-])\d{1,2}(?: ?er)?[-/.]\d{1,2}[-/.]\d{4}(?![\d/])`,
    String.raw`(?<![\d/.-])\d{1,2}(?: ?er)?[ /-]${MONTH}[ /-]\d{4}(?!\d)`,
    String.raw`(?<![a-z])fin (?:de |d')?${MONTH} \d{4}(?!\d)`,
  ].join('|'),
  'g',
);
