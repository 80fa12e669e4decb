import { UNITS } from '../amounts/number-words.ts';
import { fold } from '../search/text/fold.ts';

/**
 * Days in « 7j », « quinze jours », « une semaine », « 2 mois » (30 days each), « 1 an » (365), « un an et 6 mois »,
 * « les 3 prochains mois ». Null when it is no duration, or none of at least a day.
 */
export const readDuration = (typed: string): number | null => {
  const text = fold(typed.slice(0, LONGEST))
    .replace(LEAD, '')
    .replace(/\b(?:prochaine?s?|suivante?s?|a venir|qui viennent)\b/g, ' ')
    .replace(/[.,;]$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const days = partOf(text) ?? sumOf(text.split(/ et (?!demi)|, /).map(partOf));
  return Number.isInteger(days) && days >= 1 ? days : null;
};

const sumOf = (parts: readonly (number | null)[]): number =>
  parts.reduce<number>((sum, part) => sum + (part ?? Number.NaN), 0);

const LONGEST = 80;
const LEAD = /^(?:(?:dans|pendant|pour|durant|d'ici|sous|de|les|la|le) |l')+/;

const partOf = (text: string): number | null => {
  const quinzaine = /^(?:une |1 )?(quinzaine|huitaine)(?: de jours)?$/.exec(text);
  if (quinzaine !== null) return quinzaine[1] === 'quinzaine' ? 15 : 8;
  const match = /^(?:(\d{1,4}) ?|([a-z-]+(?: [a-z-]+){0,3}?) )?([a-z]+)( et demie?)?$/.exec(text);
  const unit = DAYS.get(match?.[3] ?? '');
  if (match === null || unit === undefined) return null;
  const [, digits, words, , half] = match;
  const count = digits === undefined ? (words === undefined ? 1 : numberOf(words)) : Number(digits);
  if (count === null) return null;
  // « la semaine », « l'année » are one; « jours » or « j » alone is none.
  if (
    digits === undefined &&
    words === undefined &&
    !/^(?:semaine|mois|trimestre|semestre|annee|an)$/.test(match[3] ?? '')
  )
    return null;
  return count * unit + (half === undefined ? 0 : Math.floor(unit / 2));
};

const numberOf = (words: string): number | null => {
  const values = words.split(/ et | |-/).map((word) => UNITS.get(word));
  return values.some((value) => value === undefined)
    ? null
    : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
};

const unit = (days: number, ...names: readonly string[]): readonly [string, number][] =>
  names.map((name) => [name, days]);

const DAYS: ReadonlyMap<string, number> = new Map([
  ...unit(1, 'j', 'jr', 'jrs', 'jour', 'jours', 'd', 'day', 'days'),
  ...unit(7, 's', 'sem', 'semaine', 'semaines', 'week', 'weeks'),
  ...unit(30, 'm', 'mois', 'month', 'months'),
  ...unit(91, 'trimestre', 'trimestres'),
  ...unit(182, 'semestre', 'semestres'),
  ...unit(365, 'an', 'ans', 'annee', 'annees', 'year', 'years'),
]);
