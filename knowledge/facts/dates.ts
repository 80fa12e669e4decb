import { readDate } from '../rules/time/iso-date.ts';
import { MONTHS } from './months.ts';

const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;
const SLASHED = /(?<![\d/])(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?![\d/])/g;
const SPELLED = new RegExp(`(?<!\\d)(\\d{1,2})(?:er)? (${MONTHS.join('|')}) (\\d{4})(?!\\d)`, 'g');

/** Existing days written in a folded text, `YYYY-MM-DD`, each once: `31/07/2026`, `1er mars 2026`, `2026-07-31`. */
export const findDates = (folded: string): readonly string[] => {
  const found = [
    ...[...folded.matchAll(ISO)].map(([, year, month, day]) => iso(year, month, day)),
    ...[...folded.matchAll(SLASHED)].map(([, day, month, year]) => iso(year, month, day)),
    ...[...folded.matchAll(SPELLED)].map(([, day, month, year]) =>
      iso(year, String(MONTHS.indexOf(month ?? '') + 1), day),
    ),
  ];
  return [...new Set(found)].filter((date) => readDate(date) !== null);
};

const iso = (year = '', month = '', day = ''): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
