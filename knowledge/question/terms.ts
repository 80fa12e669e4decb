import type { SearchEngine } from '../search/engine.ts';
import { stem } from '../search/text/stem.ts';

/**
 * Reads what a question is about: at most `MOST_TERMS` words, without order, numbers or stop words. Only words that
 * the texts and data of the bot hold already are kept, under one form a stem: a name, an address or anything else
 * that somebody may have typed is never among them.
 */
export const createTermReader = ({
  analyze,
  vocabulary,
  people,
}: Pick<SearchEngine, 'analyze' | 'vocabulary' | 'people'>): ((question: string) => readonly string[]) => {
  // Built at the first question: most programs never ask for terms.
  let forms: ReadonlyMap<string, string> | null = null;
  return (question) => {
    forms ??= formsOf(vocabulary, people);
    const { words } = analyze(withoutAddresses(question).slice(0, LONGEST_READ));
    const terms = words.flatMap((word) => forms?.get(stem(word)) ?? []);
    return [...new Set(terms)].sort().slice(0, MOST_TERMS);
  };
};

const MOST_TERMS = 12;
const LONGEST_READ = 2000;

/** The word by which each stem is shown: the most frequent, then the shortest. Words that begin with a digit are left out. */
const formsOf = (
  vocabulary: ReadonlyMap<string, number>,
  people: ReadonlySet<string>,
): ReadonlyMap<string, string> => {
  const best = new Map<string, { readonly word: string; readonly count: number }>();
  for (const [word, count] of vocabulary) {
    if (people.has(word) || !/^\p{L}[\p{L}\p{N}]/u.test(word)) continue;
    const held = best.get(stem(word));
    if (held === undefined || count > held.count || (count === held.count && word.length < held.word.length))
      best.set(stem(word), { word, count });
  }
  return new Map([...best].map(([key, { word }]) => [key, word]));
};

/** Mail addresses, Matrix identifiers and links are cut out whole: their parts may be words of the trade. */
const withoutAddresses = (text: string): string => text.replace(/\S*[@/]\S*|\S+:\S+/g, ' ');
