/** Number of the month that a folded word names, from 1, in full or abbreviated, in French or English; else null. */
export const monthNamed = (word: string): number | null => NAMED.get(word.replace(/\.$/, '')) ?? null;

/** Months in order. `jui` may be June or July, and names nothing. */
const WRITTEN: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'jan', 'january'],
  ['fevrier', 'fevr', 'fev', 'february', 'feb'],
  ['mars', 'mar', 'march'],
  ['avril', 'avr', 'april', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'juil', 'july', 'jul'],
  ['aout', 'aou', 'august', 'aug'],
  ['septembre', 'sept', 'sep', 'september'],
  ['octobre', 'oct', 'october'],
  ['novembre', 'nov', 'november'],
  ['decembre', 'dec', 'december'],
];

const NAMED: ReadonlyMap<string, number> = new Map(
  WRITTEN.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

/** The word of a month, within an expression over folded text. Longest first: `mars` is not `mar` and an s. */
export const MONTH = `(?:${[...NAMED.keys()].sort((a, b) => b.length - a.length).join('|')})\\.?`;
