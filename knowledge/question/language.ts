import type { Lang } from '../answer/answer.ts';
import { fold } from '../search/text/fold.ts';

const english = new Set(
  'the of and is are what who when must does do can we our how which should to for in if where my it there need allowed by on be or not from with have has use any was that this its you at tell me about us why'.split(
    ' ',
  ),
);
const french = new Set(
  'le la les des du de un une est que qui pour dans sur il faut quoi mon ma mes notre nos et je ce au aux en avec par pas quel quelle quels quelles d l c y a on sont peut combien comment pourquoi'.split(
    ' ',
  ),
);

/** Language of a question, by its small words; French when in doubt. */
export const languageOf = (question: string): Lang => {
  const words = fold(question.slice(0, 1_000)).match(/[a-z]+/g) ?? [];
  const count = (list: ReadonlySet<string>): number => words.filter((word) => list.has(word)).length;
  return count(english) > count(french) ? 'en' : 'fr';
};
