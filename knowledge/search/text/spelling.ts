import { distance } from 'fastest-levenshtein';
import { wordsOf } from './fold.ts';
import { stem } from './stem.ts';

export interface Repair {
  readonly read: string;
  readonly understood: string;
}

/**
 * Repairs long words that the texts, the authored questions and the thesaurus do not know. A known word is never
 * touched, hence one word of the trade is never turned into another; short words are left alone, for want of a
 * lexicon of everyday French to tell « vite » from « site ».
 */
export const createSpellingRepair = (
  vocabulary: ReadonlyMap<string, number>,
  isStopWord: (word: string) => boolean,
): ((folded: string) => { readonly folded: string; readonly repairs: readonly Repair[] }) => {
  // Made at the first word that is not in the vocabulary as it stands.
  const stems = once(() => new Set([...vocabulary.keys()].map(stem)));
  const byLength = once(() =>
    Map.groupBy(
      [...vocabulary.keys()].filter((word) => word.length >= SHORTEST - 1 && !/\d/.test(word)),
      (word) => word.length,
    ),
  );
  const known = (word: string): boolean =>
    vocabulary.has(word) || isStopWord(word) || stems().has(stem(word));

  const nearest = (word: string): string | null => {
    const most = word.length >= 10 ? 2 : 1;
    let best: { word: string; edits: number; count: number } | null = null;
    for (let length = word.length - most; length <= word.length + most; length++) {
      for (const candidate of byLength().get(length) ?? []) {
        if (candidate[0] !== word[0]) continue;
        const edits = swapped(word, candidate) ? 1 : distance(word, candidate);
        const count = vocabulary.get(candidate) ?? 0;
        if (edits > most || (best && (edits > best.edits || (edits === best.edits && count <= best.count))))
          continue;
        best = { word: candidate, edits, count };
      }
    }
    return best?.word ?? null;
  };

  return (folded) => {
    const repairs: Repair[] = [];
    let text = folded;
    for (const word of new Set(wordsOf(folded))) {
      if (word.length < SHORTEST || word.length > LONGEST || /\d/.test(word) || known(word)) continue;
      const understood = nearest(word);
      if (understood === null) continue;
      repairs.push({ read: word, understood });
      text = text.replaceAll(new RegExp(`(?<![a-z0-9])${word}(?![a-z0-9])`, 'g'), understood);
    }
    return { folded: text, repairs };
  };
};

const once = <T extends object>(make: () => T): (() => T) => {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
};

const SHORTEST = 6;
const LONGEST = 30;

/** Two neighbouring letters in the wrong order: « infounage » for « infonuage ». */
const swapped = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return (
    at < a.length - 1 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
  );
};
