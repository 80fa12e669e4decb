import { distance } from 'fastest-levenshtein';
import { FIELDS, type Field, fieldNamed } from '../../knowledge/register/fields.ts';
import { readValue, type ValueRead } from '../../knowledge/register/read-value.ts';
import type { Values } from '../../knowledge/register/validate.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import type { Assumed } from './assumed.ts';
import type { Problem } from './problem.ts';

/** `key=value` as typed; a word without `=` has no key. `closed` is false where a quotation mark is left open. */
export interface Pair {
  readonly key: string | null;
  readonly value: string;
  readonly closed: boolean;
}

/**
 * Splits `projet="SIRH paie" regle=R9` in pairs. Quotation marks may be straight, curly or « », with or without
 * spaces inside. Linear, never throws.
 */
export const readPairs = (text: string): readonly Pair[] => {
  const pairs: Pair[] = [];
  let at = 0;
  while (at < text.length) {
    SPACES.lastIndex = at;
    SPACES.test(text);
    at = SPACES.lastIndex;
    if (at >= text.length) break;
    KEY.lastIndex = at;
    const key = KEY.exec(text);
    at = key === null ? at : KEY.lastIndex;
    const closing = CLOSING.get(text.charAt(at));
    if (key !== null && closing !== undefined) {
      const end = closingOf(text, closing, at + 1);
      const value = text.slice(at + 1, end === -1 ? undefined : end).trim();
      pairs.push({ key: key[1] ?? '', value, closed: end !== -1 });
      at = end === -1 ? text.length : end + 1;
    } else {
      WORD.lastIndex = at;
      const word = WORD.exec(text)?.[0] ?? '';
      pairs.push({ key: key?.[1] ?? null, value: word, closed: true });
      at += word.length;
    }
  }
  return pairs;
};

/** Values of the fields, and everything that is wrong with them one by one. @param me who `moi` is */
export const readFields = (
  pairs: readonly Pair[],
  me: string,
): {
  readonly values: Values;
  readonly problems: readonly Problem[];
  readonly assumed: readonly Assumed[];
} => {
  const values = new Map<string, unknown>();
  const problems: Problem[] = [];
  const assumed: Assumed[] = [];
  for (const { key, value, closed } of pairs) {
    const read = key === null ? value : `${key}=${value}`;
    const field = key === null ? null : fieldNamed(key);
    if (key === null)
      problems.push({ code: 'MOT_SANS_CLE', field: null, read, expected: 'projet="SIRH paie"' });
    else if (field === null)
      problems.push({ code: 'CLE_INCONNUE', field: null, read, expected: expectedKey(key) });
    else if (!closed)
      problems.push({ code: 'GUILLEMET_NON_FERME', field: null, read, expected: `${field.name}="…"` });
    else if (values.has(field.name)) problems.push({ code: 'CLE_REPETEE', field, read });
    else {
      const result = readValue(field, value, me);
      values.set(field.name, result.ok ? result.value : null);
      if (!result.ok) problems.push(problemOf(result, field, read));
      else assumed.push(...assumedOf(result, value));
    }
  }
  return { values: Object.fromEntries(values) as Values, problems, assumed };
};

/** A value that could not be read, as a problem of the line or of the cell. */
export const problemOf = (
  { error, readings }: Extract<ValueRead, { ok: false }>,
  field: Field | null,
  read: string,
): Problem => ({ code: error, field, read, ...(readings === undefined ? {} : { readings }) });

/** What was decided of a value, if anything. */
export const assumedOf = (
  { value, assumed }: Extract<ValueRead, { ok: true }>,
  read: string,
): readonly Assumed[] =>
  assumed === undefined || typeof value !== 'string' ? [] : [{ read, date: value, assumed }];

/** The nearest key, else all of them. */
export const expectedKey = (typed: string): string => {
  const names = FIELDS.map(({ name }) => name);
  const folded = fold(typed.slice(0, 40)).replace(/[\s-]/g, '_');
  const [best] = names
    .map((name) => ({ name, away: distance(folded, name) }))
    .sort((a, b) => a.away - b.away);
  return best !== undefined && best.away <= Math.max(1, Math.floor(best.name.length / 3))
    ? best.name
    : names.join(', ');
};

const SPACES = /\s*/y;
// « fin= regle=R9 » leaves `fin` empty: the next key is not its value.
const KEY = /([\p{L}\p{M}\p{N}_-]{1,40})\s*=(?:\s+(?![\p{L}\p{M}\p{N}_-]{1,40}\s*=))?/uy;
const WORD = /\S+/y;

/** Marks that close a quotation, by the mark that opens it: phones mix the straight and curly ones. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ...['"', '“', '”', '„'].map((mark): [string, string] => [mark, '"“”']),
  ['«', '»'],
  ...["'", '‘', '’'].map((mark): [string, string] => [mark, "'’"]),
]);

/** Where a quotation ends. An apostrophe within a word (« L’outil ») does not end one. */
const closingOf = (text: string, marks: string, from: number): number => {
  const word = marks.includes('’');
  for (let at = from; at < text.length; at += 1)
    if (marks.includes(text.charAt(at)) && !(word && /[\p{L}\p{N}]/u.test(text.charAt(at + 1)))) return at;
  return -1;
};
