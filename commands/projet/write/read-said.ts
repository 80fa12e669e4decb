import type { FactReader } from '../../../knowledge/facts/read-facts.ts';
import { type FactName, fromDossierFacts, type SaidFacts } from '../../../knowledge/project/facts.ts';
import { factNamed, KEYS } from '../../../knowledge/project/keys.ts';
import { type FactError, readFact } from '../../../knowledge/project/read-fact.ts';
import { readPairs } from '../../derogation/arguments.ts';

/** Something wrong in what was typed. */
export interface SaidProblem {
  readonly code: FactError | 'CLE_INCONNUE' | 'CLE_REPETEE' | 'GUILLEMET_NON_FERME';
  readonly name: FactName | null;
  readonly read: string;
}

export interface Said {
  /** By `clé=valeur`. */
  readonly typed: SaidFacts;
  /** In words. */
  readonly worded: SaidFacts;
  /** Words beside the keys. */
  readonly text: string;
  readonly problems: readonly SaidProblem[];
}

/**
 * Reads facts typed after `!projet`, in words, as `clé=valeur`, or both: « opérateur, SIRH cout=3,5 M€ ». A value takes
 * the words that follow it as far as it makes sense of them.
 */
export const readSaid = (args: string, readFacts: FactReader): Said => {
  const problems: SaidProblem[] = [];
  const loose: string[] = [];
  let typed: SaidFacts = {};
  for (const { key, value, closed, after } of grouped(args)) {
    if (key === null) {
      loose.push(value, ...after);
      continue;
    }
    const name = factNamed(key);
    const read = `${key}=${value}`;
    if (name === null) problems.push({ code: 'CLE_INCONNUE', name, read });
    else if (!closed) problems.push({ code: 'GUILLEMET_NON_FERME', name, read });
    else if (name in typed) problems.push({ code: 'CLE_REPETEE', name, read });
    else {
      const found = longest(name, value, after, readFacts);
      if (found.read.ok) typed = { ...found.read.said, ...typed, ...pick(found.read.said, name) };
      else problems.push({ code: found.read.error, name, read });
      loose.push(...after.slice(found.taken));
    }
  }
  const text = loose.join(' ').trim();
  return { typed, worded: text === '' ? {} : fromDossierFacts(readFacts(text).facts), text, problems };
};

const pick = (said: SaidFacts, name: FactName): SaidFacts => ({ [name]: said[name] });

interface Grouped {
  readonly key: string | null;
  readonly value: string;
  readonly closed: boolean;
  /** Words without a key that follow. */
  readonly after: readonly string[];
}

const grouped = (args: string): readonly Grouped[] => {
  const groups: (Omit<Grouped, 'after'> & { after: string[] })[] = [];
  for (const pair of readPairs(args)) {
    const last = groups.at(-1);
    if (pair.key === null && last !== undefined) last.after.push(pair.value);
    else groups.push({ ...pair, after: [] });
  }
  return groups;
};

/** The value with as many of the words after it as still give one: « cout=3,5 M€ ». A name takes none. */
const longest = (name: FactName, value: string, after: readonly string[], readFacts: FactReader) => {
  const most = wordsOf(name, value, after);
  for (let taken = most; taken > 0; taken -= 1) {
    const read = readFact(name, [value, ...after.slice(0, taken)].join(' ').replace(/[,;]$/, ''), readFacts);
    if (read.ok) return { read, taken };
  }
  return { read: readFact(name, value.replace(/[,;]$/, ''), readFacts), taken: 0 };
};

/** A name takes no word after it; a list goes on after a comma; anything else may have a few words. */
const wordsOf = (name: FactName, value: string, after: readonly string[]): number => {
  const { kind } = KEYS[name];
  if (kind === 'text' || kind === 'provider') return 0;
  if (kind !== 'data' && kind !== 'harms') return Math.min(MOST_WORDS, after.length);
  const words = [value, ...after];
  const end = after.findIndex(
    (word, at) => !/,$/.test(words[at] ?? '') && !/^(?:,|et$)/.test(word) && words[at] !== 'et',
  );
  return end === -1 ? after.length : end;
};

const MOST_WORDS = 4;
