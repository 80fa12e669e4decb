import { plainLetters } from '../search/text/fold.ts';

/** A folded copy of a text of which any piece can be cut from the original. */
export interface FoldedView {
  /** Lower case, without accents, one kind of apostrophe, dash and space; line ends kept. */
  readonly folded: string;
  /** Index in the original of each folded character, and of the end. */
  readonly at: readonly number[];
}

/** Unlike `fold`, keeps every space and line end, so that positions can be carried back. */
export const foldedView = (text: string): FoldedView => {
  let folded = '';
  const at: number[] = [];
  let index = 0;
  for (const character of text) {
    const plain = plainOf(character);
    folded += plain;
    for (let unit = 0; unit < plain.length; unit++) at.push(index);
    index += character.length;
  }
  at.push(text.length);
  return { folded, at };
};

/** Most characters stand for themselves. */
const PLAIN = /[a-z0-9 ]/;

const plainOf = (character: string): string => {
  if (character.length === 1 && PLAIN.test(character)) return character;
  if (character === '\n' || character === '\r') return '\n';
  return /\s/.test(character) ? ' ' : plainLetters(character);
};
