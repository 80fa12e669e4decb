import { fold, wordsOf } from '../../../knowledge/search/text/fold.ts';

// This file and fold.ts also run in the page (browser-script.ts): nothing else is imported, nothing of Node is used.

/** Words of a text as they are indexed and searched: folded, endings of French plurals and verbs taken off. */
export const termsOf = (text: string): readonly string[] =>
  wordsOf(ruled(fold(text))).flatMap((word) => (word.length < 2 || EMPTY.has(word) ? [] : [bare(word)]));

/** « règle n° 9 », « R 9 » → `r9`, as the texts write it. */
const ruled = (folded: string): string =>
  folded.replace(/(?<![a-z0-9])(?:(?:regle|rule) (?:n[°o]? ?)?r? ?|r )(\d{1,2})(?!\d)/g, 'r$1');

/** Rough on purpose: the page must stay small. What it confuses, the weight of rare words sorts out. */
const bare = (word: string): string =>
  word.length < 5 || /\d/.test(word) ? word : word.replace(ENDING, '').replace(/(.)\1$/, '$1');

const ENDING =
  /(?:ements?|ations?|ateurs?|atrices?|ibles?|ables?|ives?|ifs?|iques?|euses?|eurs?|ements|ees?|es|ers?|ent|ant|ait|aux|al|ales?|e|s|x|r)$/;

/** Words that every text has. Question words are left in: titles of the FAQ are questions. */
const EMPTY = new Set(
  (
    'a ai au aux avec avoir c ce ceci cela ces cet cette d dans de des du elle elles en est et etre eu faire fait il ils ' +
    'j je l la le les leur leurs lui m ma mais me mes moi mon n ne nos notre nous on ont ou par pas plus pour pu qu que ' +
    'qui s sa sans se ses si son sont sur t ta te tes ton tu un une vos votre vous y dit dire dois doit the of and to is ' +
    'in for are be by an it that this with does'
  ).split(' '),
);
