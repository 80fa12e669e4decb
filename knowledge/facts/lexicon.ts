import { z } from 'zod';
import { beginningsOf } from './beginnings.ts';

const text = z.string({ error: 'un texte non vide' }).trim().min(1, { error: 'un texte non vide' });

/**
 * A small pattern over folded text: a space also stands for a hyphen or an apostrophe (`l etat`, `hors cloud`),
 * ` ?` for one that may be missing.
 */
const pattern = text.superRefine((source, context) => {
  if (source !== source.toLowerCase() || /[^\0-\x7f]/.test(source.replaceAll('€', ''))) {
    context.addIssue({ code: 'custom', message: 'des minuscules sans accent, par exemple prefectures?' });
  }
  try {
    new RegExp(compilable(source), 'g');
  } catch {
    context.addIssue({ code: 'custom', message: 'une expression régulière, par exemple prefectures?' });
  }
});

const sentences = z
  .array(text, { error: 'une liste de phrases' })
  .min(1, { error: 'au moins une phrase' })
  .readonly();

/** Fields that an entry of each list holds; see `knowledge/data/facts/README.md`. */
export const entryShape = {
  words: z.array(pattern).min(1, { error: 'au moins un mot' }).readonly(),
  /** Sentences in which the words say so… */
  examples: sentences,
  /** …and sentences that look alike, in which they do not. */
  counter: sentences,
};

export interface Entry {
  readonly words: readonly string[];
  readonly examples: readonly string[];
  readonly counter: readonly string[];
}

/** Words of an entry found in a folded text. */
export interface Mention<E extends Entry = Entry> {
  readonly entry: E;
  readonly start: number;
  readonly end: number;
}

/** Finds the words of a list, whole words only, in order; at one place the longest wins. */
export const createFinder = <E extends Entry>(
  entries: readonly E[],
): ((folded: string) => readonly Mention<E>[]) => {
  const shelfAt = createShelves(entries);
  return (folded) => {
    const found: Mention<E>[] = [];
    for (let at = 0; at < folded.length; at++) {
      if (isLetter(folded.charCodeAt(at - 1))) continue;
      const shelf = shelfAt(folded, at);
      if (shelf === null || !matchesAt(shelf.any, folded, at)) continue;
      const best = longestAt(shelf.each, folded, at);
      if (best === null) continue;
      found.push(best);
      at = best.end - 1;
    }
    return found;
  };
};

interface Shelf<E> {
  /** Every word of the shelf in one expression: most places hold none. */
  readonly any: RegExp;
  readonly each: readonly { readonly entry: E; readonly pattern: RegExp }[];
}

/**
 * The words that can begin at a place of a text, by as many of its letters, three at most, as some word begins with. A
 * shelf is made when a text first comes to it: most expressions are never compiled.
 */
const createShelves = <E extends Entry>(
  entries: readonly E[],
): ((folded: string, at: number) => Shelf<E> | null) => {
  const beginnings = new Map(
    entries.flatMap(({ words }) => words).map((word) => [word, [...beginningsOf(word)]] as const),
  );
  const known = new Set(
    [...beginnings.values()].flat().flatMap((letters) => [1, 2, 3].map((most) => letters.slice(0, most))),
  );
  const made = new Map<string, Shelf<E> | null>();
  return (folded, at) => {
    let letters = folded.slice(at, at + 3);
    while (letters !== '' && !known.has(letters)) letters = letters.slice(0, -1);
    const held = made.get(letters);
    if (held !== undefined) return held;
    const shelf = shelfOf(
      entries,
      (word) => beginnings.get(word)?.some((beginning) => letters.startsWith(beginning)) === true,
    );
    made.set(letters, shelf);
    return shelf;
  };
};

const shelfOf = <E extends Entry>(
  entries: readonly E[],
  isOn: (word: string) => boolean,
): Shelf<E> | null => {
  const held = entries.flatMap((entry) => {
    const words = entry.words.filter(isOn);
    return words.length === 0 ? [] : [{ entry, words }];
  });
  if (held.length === 0) return null;
  const any = wholeWords(
    held.flatMap(({ words }) => words),
    'y',
  );
  return { any, each: held.map(({ entry, words }) => ({ entry, pattern: wholeWords(words, 'y') })) };
};

const matchesAt = (pattern: RegExp, folded: string, start: number): boolean => {
  pattern.lastIndex = start;
  return pattern.test(folded);
};

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

const longestAt = <E extends Entry>(
  each: Shelf<E>['each'],
  folded: string,
  start: number,
): Mention<E> | null => {
  let best: Mention<E> | null = null;
  for (const { entry, pattern } of each) {
    pattern.lastIndex = start;
    const end = start + (pattern.exec(folded)?.[0].length ?? 0);
    if (end > (best?.end ?? start)) best = { entry, start, end };
  }
  return best;
};

/** Whole words: a list of patterns as one expression, the longest first. */
export const wholeWords = (words: readonly string[], flags = 'g'): RegExp => {
  const sorted = [...words].sort((a, b) => b.length - a.length).map(compilable);
  return new RegExp(`(?<![a-z0-9])(?:${sorted.join('|')})(?![a-z0-9])`, flags);
};

const compilable = (source: string): string =>
  source.replace(/\[[^\]]*\]|\\.| \?| /g, (part) =>
    part === ' ?' ? "[ '-]{0,2}" : part === ' ' ? "[ '-]{1,2}" : part,
  );
