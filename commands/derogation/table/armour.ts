import { MONTH } from '../../../knowledge/dates/months.ts';
import { fold } from '../../../knowledge/search/text/fold.ts';

/**
 * A text as a cell that a spreadsheet leaves as it is: one that it would run as a formula, or turn into a number, a day or a
 * logical value (`007` → 7, `3/4` → 03/04/2026), is given an apostrophe. LibreOffice and Excel show it, Gnumeric takes it off.
 */
export const armoured = (text: string): string => (isTaken(text) ? `'${text}` : text);

/** The text of a cell that `armoured` has made; any other as it is. */
export const disarmed = (cell: string): string =>
  cell.startsWith("'") && isTaken(cell.slice(1)) ? cell.slice(1) : cell;

const isTaken = (text: string): boolean =>
  FORMULA.test(text) || NUMBER.test(text) || IN_WORDS.test(fold(text));

/** An apostrophe too: a second one tells it from ours. */
const FORMULA = /^['=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
/** Digits with what stands between and around them: numbers, amounts, shares, hours, days. */
const NUMBER = /^(?=.*\p{Nd})[\p{Nd}\p{Sc}\s.,:/%()+−eE-]+$/u;
const IN_WORDS = new RegExp(
  `^(?:vrai|faux|true|false|(?:\\d{1,2}(?:er)?[\\s./-]*)?${MONTH}[\\s./-]*(?:\\d{2}|\\d{4})?)$`,
);
