import { distance } from 'fastest-levenshtein';
import { ATTEINTES } from '../../knowledge/rules/sensibilite-types.ts';
import { fold } from '../../knowledge/search/text/fold.ts';
import type { Answers, AnswerValue } from '../interview/interview.ts';

/** Facts written in one line, or everything that is wrong with it. */
export type OneLine =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly problems: readonly OneLineProblem[] };

export interface OneLineProblem {
  readonly code: 'CLE_INCONNUE' | 'VALEUR_INCONNUE' | 'CLE_REPETEE' | 'MOT_SANS_CLE';
  readonly key: string;
  readonly value: string;
  /** What was expected: keys or values. */
  readonly expected: readonly string[];
  /** The closest of them, if one is close. */
  readonly suggestion: string | null;
}

const YES_NO = new Map<string, AnswerValue>([
  ['oui', 'oui'],
  ['o', 'oui'],
  ['non', 'non'],
  ['n', 'non'],
  ['?', null],
  ['inconnu', null],
]);
const HOSTING = new Map<string, AnswerValue>([
  ['commercial', 'commercial'],
  ['commerciale', 'commercial'],
  ['interne', 'interne'],
  ['?', null],
  ['inconnu', null],
]);
const NO_HARM = new Set(['aucune', 'non', 'aucun']);

/** Keys of `!sensibilite cle=valeur…`, in the order of the help. */
const KEYS = [
  'champ',
  'hebergement',
  'secret',
  'mission',
  'atteintes',
  'personnelles',
  'sante',
  'collaboratif',
];

/** Whether the argument of `!sensibilite` is in the form `cle=valeur`, or several words that say yes to a key each. */
export const isOneLine = (args: string): boolean => {
  if (/[\p{L}_]\s*=/u.test(args)) return true;
  const words = args.split(/[\s;]+/).filter((word) => word !== '');
  return words.length > 1 && words.every((word) => inFull(word) !== word);
};

/**
 * Reads `champ=oui hebergement=commercial atteintes=sante_vie,ordre_public …`, in any order; absent = not known. A word
 * alone says yes to its key (`personnelles`), or names the hosting (`commercial`).
 */
export const readOneLine = (args: string): OneLine => {
  const text = args.replace(/\s*=\s*/g, '=').replace(/\s*,\s*/g, ',');
  const answers = new Map<string, AnswerValue>();
  const problems: OneLineProblem[] = [];
  for (const word of text.split(/[\s;]+/).filter((part) => part !== '')) {
    const [typed = '', ...rest] = inFull(word).split('=');
    const value = rest.join('=');
    const key = fold(typed);
    const problem = (code: OneLineProblem['code'], expected: readonly string[], near: string) =>
      problems.push({ code, key: typed, value, expected, suggestion: closest(near, expected) });
    if (rest.length === 0) problem('MOT_SANS_CLE', KEYS, key);
    else if (!KEYS.includes(key)) problem('CLE_INCONNUE', KEYS, key);
    else if (answers.has(key)) problem('CLE_REPETEE', [], '');
    else {
      const read = readValue(key, fold(value));
      if (read.ok) answers.set(key, read.value);
      else problem('VALEUR_INCONNUE', read.expected, read.wrong);
    }
  }
  return problems.length === 0 ? { ok: true, answers: Object.fromEntries(answers) } : { ok: false, problems };
};

const inFull = (word: string): string => {
  const said = fold(word);
  if (HOSTING.get(said) != null) return `hebergement=${word}`;
  return KEYS.includes(said) && !WITH_VALUE.has(said) ? `${word}=oui` : word;
};

/** Keys that no yes answers. */
const WITH_VALUE: ReadonlySet<string> = new Set(['hebergement', 'atteintes']);

type Value =
  | { readonly ok: true; readonly value: AnswerValue }
  | { readonly ok: false; readonly expected: readonly string[]; readonly wrong: string };

const readValue = (key: string, value: string): Value => {
  if (key === 'atteintes') return readHarms(value);
  const values = key === 'hebergement' ? HOSTING : YES_NO;
  const read = values.get(value);
  if (read !== undefined) return { ok: true, value: read };
  const expected = key === 'hebergement' ? ['commercial', 'interne', '?'] : ['oui', 'non', '?'];
  return { ok: false, expected, wrong: value };
};

const readHarms = (value: string): Value => {
  if (value === '?' || value === 'inconnu') return { ok: true, value: null };
  if (NO_HARM.has(value)) return { ok: true, value: [] };
  const codes = value.split(',').filter((code) => code !== '');
  const wrong = codes.find((code) => !(ATTEINTES as readonly string[]).includes(code));
  return wrong === undefined && codes.length > 0
    ? { ok: true, value: [...new Set(codes)] }
    : { ok: false, expected: [...ATTEINTES, 'aucune', '?'], wrong: wrong ?? '' };
};

const closest = (typed: string, expected: readonly string[]): string | null => {
  const [best] = expected
    .filter((word) => word !== '?')
    .map((word) => ({ word, away: distance(typed.slice(0, 40), word) }))
    .filter(({ word, away }) => away <= Math.max(1, Math.floor(word.length / 3)))
    .sort((a, b) => a.away - b.away);
  return best?.word ?? null;
};
