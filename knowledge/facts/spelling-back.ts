/**
 * How words read of a message are shown back: a name as it is written, whatever its case there (« secnumcloud »,
 * « OUTSCALE »), and no capital that only began a sentence. What is no known name keeps its letters.
 */
export const createSpellingBack = (names: readonly string[]): ((words: string) => string) => {
  const known = new Map(names.map((name) => [plain(name), name]));
  const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length).map(eitherAccent);
  const anyName = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (words) =>
    words
      .replace(/^\p{Lu}(?=\p{Ll}|[’'])/u, (initial) => initial.toLowerCase())
      .replace(anyName, (name) => known.get(plain(name)) ?? name)
      .replace(MILLIONS, (unit) => unit.toUpperCase());
};

/** Without case or accents: capitals are often typed without. */
const plain = (name: string): string =>
  name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'");

const eitherAccent = (name: string): string =>
  [...name].map((letter) => EITHER[letter] ?? RegExp.escape(letter)).join('');

const EITHER: Readonly<Record<string, string>> = { e: '[eéèêë]', i: '[iîï]', o: '[oôö]', "'": "['’]" };

/** « 3,5 m€ » in a message typed in capitals. */
const MILLIONS = /(?<=\d\s?)m(?=€|$)/g;
