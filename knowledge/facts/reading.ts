import { fold } from '../search/text/fold.ts';

/** A message in the form that words are compared in, which still knows how it was written. */
export interface Reading {
  /** As `fold` gives it, what the person only quotes, links or mentions left out. */
  readonly folded: string;
  /** The message without the words of others, as written. */
  readonly own: string;
  /** The words of the message behind a part of `folded`. */
  source(start: number, end: number): string;
}

/**
 * Folds a message letter by letter, so that each place of the folded text leads back to the words as written.
 * Text within quotation marks, links, addresses, mentions and quoted replies is not a statement of the person who
 * asks: it reads as nothing.
 */
export const readable = (text: string): Reading => {
  const own = withoutOthersWords(text);
  const at: number[] = [];
  const letters: string[] = [];
  let place = 0;
  let blank = true;
  for (const character of own) {
    for (const letter of lettersOf(character)) {
      if (letter === ' ' && blank) continue;
      blank = letter === ' ';
      letters.push(letter);
      at.push(place);
    }
    place += character.length;
  }
  const folded = letters.join('');
  const trimmed = folded.trimEnd();
  return {
    folded: trimmed,
    own,
    source: (start, end) => {
      const from = at[start] ?? 0;
      const last = at[Math.max(start, end - 1)] ?? from;
      return text
        .slice(from, last + 1)
        .replace(/\s+/g, ' ')
        .trim();
    },
  };
};

const lettersOf = (character: string): string => {
  const known = seen.get(character);
  if (known !== undefined) return known;
  const letters = /^\s$/u.test(character) ? ' ' : fold(character);
  if (seen.size < MOST_SEEN) seen.set(character, letters);
  return letters;
};

/** Letters folded before: a hundred or so in practice. */
const seen = new Map<string, string>();
const MOST_SEEN = 2000;

const OTHERS_WORDS = [
  /^[ \t]*>.*$/gm,
  /«[^»]{1,400}»|“[^”]{1,400}”|„[^“”]{1,400}[“”]|(?<![\p{L}\d])"[^"\n]{1,400}"(?![\p{L}\d])/gu,
  /\[[^\]\n]{1,200}\]\(<?https?:\/\/matrix\.to[^)]*\)/g,
  /(?:https?:\/\/|www\.)[^\s<>()]+/gi,
  /@?[\w.+-]+(?:@|:)[a-z\d-]+(?:\.[a-z\d-]+)+/gi,
];

/** The same length, so that places stay. */
const withoutOthersWords = (text: string): string =>
  MAY_QUOTE.test(text)
    ? OTHERS_WORDS.reduce((rest, pattern) => rest.replace(pattern, (words) => ' '.repeat(words.length)), text)
    : text;

const MAY_QUOTE = /[>«“„"@[]|:\/\/|www\.|\w:\w/i;
