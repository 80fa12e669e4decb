import { foldedView } from './folded-view.ts';

/**
 * The argument of a command without the courtesy that ends it: « 3 M€ merci », « R9 svp », « ? ». What belongs to a
 * value (`fin=?`, `projet="Merci"`, `motif=merci`) stays.
 */
export const withoutCourtesy = (args: string): string => {
  let text = args.trimEnd();
  for (let piece = 0; piece < MOST_PIECES; piece++) {
    const { folded, at } = foldedView(text);
    const isValued = text.includes('=');
    const found = (isValued ? SPACED : CLOSE).exec(folded);
    if (found === null || /=\s*$/.test(folded.slice(0, found.index))) return text;
    text = text
      .slice(0, at[found.index] ?? text.length)
      .trimEnd()
      .replace(isValued ? /[,;]$/ : /[,;.]+$/, '');
  }
  return text;
};

const MOST_PIECES = 8;

const WORDS = [
  "mercis?(?: (?:bien|beaucoup|bcp|infiniment|encore|d[' ]avance|par avance|a vous|a toi|a tous))*",
  "s'?il (?:vous|te) pla[iî]t",
  'svp',
  'stp',
  'please',
  'pls',
  'thanks?(?: you)?(?: in advance)?',
  'thx',
  '(?:bonne|belle) (?:journee|soiree|fin de journee)',
  '(?:bien )?cordialement',
  'cdlt',
  '[🙏🙂😊👍😉]+',
].join('|');

/** Where no value is named, a mark may touch the last word. */
const CLOSE = new RegExp(String.raw`(?:(?<=^|[\s,;.!?])[,;.]?\s*(?:${WORDS})|\s*[?!…]+)\s*[.,;]?\s*$`, 'u');
const SPACED = new RegExp(String.raw`(?<=^|\s)(?:(?:${WORDS})|[?!…]+)\s*[.,;!?]*\s*$`, 'u');
